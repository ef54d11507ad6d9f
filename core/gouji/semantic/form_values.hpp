#pragma once

#include "gouji/semantic/form_match.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

/// The value cells of one table row: all that are no placeholders, from the first value on, after
/// `name`.
[[nodiscard]] std::vector<const FormCell*> value_cells(const FormRow& row, const FormCell* name);

/// Whether value_cells has any after `name`, which is one of the row's cells.
[[nodiscard]] bool has_values(const FormRow& row, const FormCell* name);

/// Which cell goes to which of `columns` columns; null where none is left. As many cells as
/// columns go in order. Else the last column is taken for the total of the others, where that
/// fits the figures.
[[nodiscard]] std::vector<const FormCell*> assign_values(std::span<const FormCell* const> cells,
                                                         std::size_t columns);

/// The same for rows side by side, each of which ends with its total: the parting that makes most
/// totals fit.
[[nodiscard]] std::vector<std::vector<const FormCell*>> part_values(
    std::span<const FormCell* const> cells, std::span<const std::size_t> columns);

}  // namespace gouji
