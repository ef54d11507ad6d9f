// gouji/wide_text.hpp - text by characters, for rules that look left and right.
#ifndef GOUJI_WIDE_TEXT_HPP
#define GOUJI_WIDE_TEXT_HPP

#include <gouji/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// Text as UTF-16 code units with the way back to bytes. A character outside the basic plane
/// becomes one U+FFFD: nothing that rules look for lies there.
struct WideText {
    std::vector<char16_t> codes;
    std::vector<std::uint32_t> offsets;  ///< one more than codes

    explicit WideText(std::string_view text) {
        const std::size_t count = length(text);
        codes.resize(count);
        offsets.resize(count + 1);
        const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
        char16_t* code = codes.data();
        std::uint32_t* offset = offsets.data();
        for (std::size_t at = 0; at < text.size();) {
            *offset++ = static_cast<std::uint32_t>(at);
            if ((bytes[at] & 0xF0U) == 0xE0U && at + 2 < text.size()) {  // most, Han above all
                *code++ = static_cast<char16_t>(
                    (bytes[at] << 12U) | ((bytes[at + 1] & 0x3FU) << 6U) | (bytes[at + 2] & 0x3FU));
                at += 3;
            } else {
                const Char c = char_at(text, at);
                *code++ = c.code > 0xFFFF ? u'\xFFFD' : static_cast<char16_t>(c.code);
                at += c.size;
            }
        }
        *offset = static_cast<std::uint32_t>(text.size());
    }

    [[nodiscard]] std::size_t size() const { return codes.size(); }
    /// The character at a place; 0 outside.
    [[nodiscard]] char16_t at(std::size_t place) const {
        return place < codes.size() ? codes[place] : u'\0';
    }
};

}  // namespace gouji

#endif  // GOUJI_WIDE_TEXT_HPP
