#pragma once

#include <gouji/abi.h>

#include <cstdint>
#include <string_view>

namespace gouji {

/// What a cell holds: nothing, a figure or a mark in a figure's place, words of an edition's form,
/// or other words.
enum class CellKind : std::uint8_t { empty, value, label, text };

/// What stands in a cell that should hold a number.
struct CellFigure {
    std::uint32_t state = GOUJI_FIELD_BLANK;  ///< GOUJI_FIELD_…, never MISSING
    gouji_decimal value{};                    ///< exactly as printed: 12.50 is {1250, -2}
    std::string_view unit;                    ///< “万元”, inside the text
};

/// Whether a cell with this first character may hold a number or a placeholder.
[[nodiscard]] bool may_be_figure(char32_t first);

/// Blanks around, full-width digits, signs, thousands separators and a unit after are understood.
[[nodiscard]] CellFigure read_cell_figure(std::string_view printed);

}  // namespace gouji
