#pragma once

#include "gouji/parse/source.hpp"

#include <cstddef>
#include <cstdint>

namespace gouji {

/// What a row is made of: names up to `name`, values after it.
struct RowPlan {
    std::size_t begin = 0;  ///< into the table's cells
    std::size_t end = 0;
    std::size_t name = 0;       ///< of the cell that names the row, from `begin`; `none` without
    std::uint32_t expects = 0;  ///< values that the form has in this row; 0 unknown
    std::uint32_t depth = 0;    ///< groups around the row
    bool values = false;        ///< not a header row
    bool grouped = false;       ///< a group's name stands in front of the row's

    static constexpr std::size_t none = SIZE_MAX;
    [[nodiscard]] std::size_t cells() const { return end - begin; }
    [[nodiscard]] std::size_t first_value() const { return name == none ? 0 : name + 1; }
};

/// What the rows so far have shown about the table.
struct RowContext {
    std::uint32_t value_row = 0;  ///< values of a row without a name
    std::uint32_t edition = GOUJI_NONE;
};

/// Value cells of the form whose rows stand side by side, when only such a form has the words; else
/// 0.
[[nodiscard]] std::uint32_t side_by_side(const Lexicon& lexicon, const CutCell& cell);

/// What the row at this index is made of. Rows are asked for in order: `context` goes on.
[[nodiscard]] RowPlan plan_row(const CutTable& table, std::size_t row, const Lexicon& lexicon,
                               RowContext& context);

}  // namespace gouji
