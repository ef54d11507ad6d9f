// gouji/utf8.hpp - reading well-formed UTF-8, and the few character classes that reports need.
// Header-only. Every function here requires well-formed text; the host guarantees it.
#ifndef GOUJI_UTF8_HPP
#define GOUJI_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace gouji {

/// One character and the bytes it takes.
struct Char {
    char32_t code = 0;
    std::uint32_t size = 0;
};

/// The character that starts at `at`; {0, 0} at the end.
[[nodiscard]] constexpr Char char_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const std::size_t left = text.size() - at;
    const char* const here = text.data() + at;
    const auto byte = [&](std::size_t i) {
        return i < left ? static_cast<unsigned char>(here[i]) : 0U;
    };
    const std::uint32_t lead = static_cast<unsigned char>(*here);
    if (lead < 0x80) return {lead, 1};
    if ((lead & 0xF0U) == 0xE0 && left >= 3) {  // nearly all that are not ASCII
        const std::uint32_t second = static_cast<unsigned char>(here[1]);
        const std::uint32_t third = static_cast<unsigned char>(here[2]);
        return {((lead & 0x0FU) << 12) | ((second & 0x3FU) << 6) | (third & 0x3FU), 3};
    }
    if (lead < 0xE0) return {((lead & 0x1FU) << 6) | (byte(1) & 0x3FU), 2};
    if (lead < 0xF0) return {((lead & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6), 3};
    return {((lead & 0x07U) << 18) | ((byte(1) & 0x3FU) << 12) | ((byte(2) & 0x3FU) << 6) |
                (byte(3) & 0x3FU),
            4};
}

/// The character that ends at `end`; {0, 0} at the start. Never longer than what stands before
/// `end`, so that a loop backwards ends even on a text that was cut inside a character.
[[nodiscard]] constexpr Char char_before(std::string_view text, std::size_t end) {
    if (end == 0 || end > text.size()) return {};
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return {char_at(text, at).code, static_cast<std::uint32_t>(end - at)};
}

/// Past the Han characters (U+4000 to U+9FFF) at `at`: they are no blanks, marks or figures, so
/// that whoever looks for those need not look at them one by one.
[[nodiscard]] constexpr std::size_t behind_han(std::string_view text, std::size_t at) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) - 0xE4U <= 0xE9U - 0xE4U)
        at += 3;
    return at < text.size() ? at : text.size();
}

/// How many characters the text has.
[[nodiscard]] constexpr std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

/// Where `words` stands in `text`, at `from` or after it; npos where it does not. Instead of
/// std::string_view::find, which stops at nearly every Han character, because nearly all share
/// their first byte; the last byte is a rare one.
[[nodiscard]] inline std::size_t seek(std::string_view text, std::string_view words,
                                      std::size_t from = 0) {
    if (words.empty()) return from <= text.size() ? from : std::string_view::npos;
    const std::size_t last = words.size() - 1;
    for (std::size_t at = from + last; at < text.size(); ++at) {
        const void* hit = std::memchr(text.data() + at, static_cast<unsigned char>(words[last]),
                                      text.size() - at);
        if (hit == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
        // The byte before it says no as often, and costs no call.
        if (last != 0 && text[at - 1] != words[last - 1]) continue;
        if (std::memcmp(text.data() + at - last, words.data(), last) == 0) return at - last;
    }
    return std::string_view::npos;
}

inline void append(std::string& text, char32_t code) {
    const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12));
        put(0x80U | ((code >> 6) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18));
        put(0x80U | ((code >> 12) & 0x3FU));
        put(0x80U | ((code >> 6) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

[[nodiscard]] constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Blanks that typing and conversion leave: space, tab, NBSP, U+3000, zero-width ones.
[[nodiscard]] constexpr bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200D) ||
           c == 0x202F || c == 0x205F || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

[[nodiscard]] constexpr bool is_line_end(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/// Full-width digits and letters as half-width; every other character as it is.
[[nodiscard]] constexpr char32_t half_width(char32_t c) {
    const bool alphanumeric = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                              (c >= 0xFF41 && c <= 0xFF5A);
    return alphanumeric ? c - 0xFEE0 : c;
}

/// The text without blanks at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    for (Char c = char_at(text, 0); c.size != 0 && (is_blank(c.code) || is_line_end(c.code));
         c = char_at(text, 0)) {
        text.remove_prefix(c.size);
    }
    for (Char c = char_before(text, text.size());
         c.size != 0 && (is_blank(c.code) || is_line_end(c.code));
         c = char_before(text, text.size())) {
        text.remove_suffix(c.size);
    }
    return text;
}

}  // namespace gouji

#endif  // GOUJI_UTF8_HPP
