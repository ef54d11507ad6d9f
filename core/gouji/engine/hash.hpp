#pragma once

#include <gouji/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

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
    /// Sixteen hexadecimal digits.
    [[nodiscard]] std::string text() const {
        constexpr char digits[] = "0123456789abcdef";
        std::string out(16, '0');
        std::uint64_t left = value_;
        for (std::size_t i = 16; i-- > 0; left >>= 4U) out[i] = digits[left & 0xFU];
        return out;
    }

private:
    void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace gouji
