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
        std::size_t at = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const Char c = char_at(text, at);
            codes[i] = c.code > 0xFFFF ? u'\xFFFD' : static_cast<char16_t>(c.code);
            offsets[i] = static_cast<std::uint32_t>(at);
            at += c.size;
        }
        offsets[count] = static_cast<std::uint32_t>(text.size());
    }

    [[nodiscard]] std::size_t size() const { return codes.size(); }
    /// The character at a place; 0 outside.
    [[nodiscard]] char16_t at(std::size_t place) const {
        return place < codes.size() ? codes[place] : u'\0';
    }
};

}  // namespace gouji

#endif  // GOUJI_WIDE_TEXT_HPP
