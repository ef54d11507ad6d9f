#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji {

/// A number written in Chinese numerals: “十二” is 12, “二〇二一” is 2021, “百” is 100.
struct HanNumeral {
    std::int64_t value = 0;
    std::size_t size = 0;     ///< bytes; 0 when none starts here
    bool positional = false;  ///< digit after digit, no 十百千万
};

/// Whether the character is a numeral by itself.
[[nodiscard]] bool is_han_numeral(char32_t c);

/// The numeral that starts at `at`.
[[nodiscard]] HanNumeral han_numeral(std::string_view text, std::size_t at);

}  // namespace gouji
