#pragma once

#include <gouji/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// The lowest `digits` hexadecimal digits of a number.
[[nodiscard]] inline std::string hexadecimal(std::uint64_t number, std::size_t digits) {
    constexpr char symbols[] = "0123456789abcdef";
    std::string out(digits, '0');
    for (std::size_t i = digits; i-- > 0; number >>= 4U) out[i] = symbols[number & 0xFU];
    return out;
}

/// What hexadecimal() wrote; nothing for anything else.
[[nodiscard]] inline std::optional<std::uint64_t> from_hexadecimal(std::string_view digits) {
    std::uint64_t out = 0;
    if (digits.empty() || digits.size() > 16) return std::nullopt;
    for (const char c : digits) {
        const bool number = c >= '0' && c <= '9';
        if (!number && (c < 'a' || c > 'f')) return std::nullopt;
        out = (out << 4U) | static_cast<unsigned>(number ? c - '0' : c - 'a' + 10);
    }
    return out;
}

/// A number whose every bit depends on all bits of another.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

/// FNV-1a, 64 bits: stable for ever and on every machine, which is all that is asked of it.
class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0xFF);  // no UTF-8 has this byte: parts cannot run into each other
    }
    /// The text without blanks and line ends: reflowing or indenting changes nothing.
    void add_folded(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Char c = char_at(text, at);
            if (!is_blank(c.code) && !is_line_end(c.code)) {
                for (std::uint32_t i = 0; i < c.size; ++i)
                    step(static_cast<unsigned char>(text[at + i]));
            }
            at += c.size;
        }
        step(0xFF);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }
    /// The value's lower half.
    [[nodiscard]] std::uint32_t small() const { return static_cast<std::uint32_t>(value_); }
    /// Sixteen hexadecimal digits.
    [[nodiscard]] std::string text() const { return hexadecimal(value_, 16); }

private:
    void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace gouji
