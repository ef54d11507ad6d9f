#pragma once

#include <gouji/abi.h>

#include <cstdint>
#include <string_view>

namespace gouji {

/// The ordinal in front of a heading or a list item.
struct Ordinal {
    std::uint32_t value = 0;
    std::uint32_t style = GOUJI_ORDINAL_NONE;
    std::uint32_t size = 0;  ///< bytes with its mark and the blanks after it
    std::uint32_t mark = 0;  ///< bytes without those blanks
};

/// The ordinal that the line starts with; style GOUJI_ORDINAL_NONE when none does.
[[nodiscard]] Ordinal read_ordinal(std::string_view line);

/// Bytes of what a word processor left in front of the words: “[bookmark: _GoBack]”.
[[nodiscard]] std::uint32_t leading_boilerplate(std::string_view line);

}  // namespace gouji
