#pragma once

namespace gouji {

/// Characters that a terminal, an editor or a log viewer obeys instead of showing them: C0 and C1
/// controls, line and paragraph separators, and those that turn the direction of writing (Unicode:
/// Bidi_Control). Tab and line feed are among them.
[[nodiscard]] constexpr bool is_obeyed(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
           (code >= 0x200E && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

}  // namespace gouji
