#pragma once

#include "gouji/text/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji {

/// What became of untrusted bytes. On failure `utf8` is what was read before `bad`.
struct Transcoded {
    std::string utf8;
    std::size_t bad = std::string_view::npos;  ///< offset of the first byte that does not belong
};

/// Strictly, by ICU: no byte is replaced or passed over. `bytes` has no byte order mark.
[[nodiscard]] Transcoded to_utf8(std::string_view bytes, Encoding from);

/// The reverse, from well-formed UTF-8; `bad` counts in the UTF-8.
[[nodiscard]] Transcoded from_utf8(std::string_view utf8, Encoding to);

/// Whether bytes that are not UTF-8 are GB18030 by the look of their characters. Of the text that
/// follows the first character beyond ASCII, 64 KB are looked at.
[[nodiscard]] bool looks_like_gb18030(std::string_view bytes);

/// Whether the bytes read well as UTF-16 in this order, without a byte order mark.
[[nodiscard]] bool looks_like_utf16(std::string_view bytes, Encoding order);

}  // namespace gouji
