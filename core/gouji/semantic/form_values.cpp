#include "gouji/semantic/form_values.hpp"

#include <gouji/decimal.hpp>

#include <algorithm>

namespace gouji {
namespace {

Decimal value(const FormCell* cell) {
    return cell != nullptr && cell->figure.state == GOUJI_FIELD_NUMBER ? Decimal(cell->figure.value)
                                                                       : Decimal();
}

/// Whether the last figure is the sum of those before it.
bool adds_up(std::span<const FormCell* const> cells) {
    if (cells.size() < 2) return false;
    Decimal sum;
    for (const FormCell* cell : cells.first(cells.size() - 1)) sum = sum + value(cell);
    return sum == value(cells.back());
}

}  // namespace

std::vector<const FormCell*> value_cells(const FormRow& row, const FormCell* name) {
    std::vector<const FormCell*> out;
    std::size_t first = 0;
    if (name != nullptr) {
        first = static_cast<std::size_t>(name - row.cells.data()) + 1;
    } else {
        first = row.first_value();
    }
    out.reserve(row.cells.size() - std::min(first, row.cells.size()));
    for (std::size_t i = first; i < row.cells.size(); ++i) {
        if (row.cells[i].cell->state != GOUJI_CELL_MERGED) out.push_back(&row.cells[i]);
    }
    return out;
}

bool has_values(const FormRow& row, const FormCell* name) {
    return std::any_of(name + 1, row.cells.data() + row.cells.size(),
                       [](const FormCell& cell) { return cell.cell->state != GOUJI_CELL_MERGED; });
}

std::vector<const FormCell*> assign_values(std::span<const FormCell* const> cells,
                                           std::size_t columns) {
    std::vector<const FormCell*> out(columns, nullptr);
    const std::size_t count = std::min(cells.size(), columns);
    std::copy_n(cells.begin(), count, out.begin());
    if (cells.size() == columns || cells.size() < 3) return out;
    if (cells.size() < columns && adds_up(cells)) {
        // One is lost in the middle: first and last stay what they are.
        out[count - 1] = nullptr;
        out.back() = cells.back();
    } else if (cells.size() > columns && !adds_up(cells.first(columns)) && adds_up(cells)) {
        out.back() = cells.back();
    }
    return out;
}

std::vector<std::vector<const FormCell*>> part_values(std::span<const FormCell* const> cells,
                                                      std::span<const std::size_t> columns) {
    std::size_t wanted = 0;
    for (const std::size_t count : columns) wanted += count;
    std::vector<std::size_t> counts(columns.begin(), columns.end());
    if (cells.size() != wanted && !cells.empty()) {
        // The difference is in one of the rows: try each, keep the parting with most sums right.
        std::size_t best = 0;
        std::size_t at_best = columns.size() - 1;
        for (std::size_t odd = 0; odd < columns.size(); ++odd) {
            const std::size_t others = wanted - columns[odd];
            if (others > cells.size()) continue;
            std::size_t from = 0;
            std::size_t right = 0;
            for (std::size_t row = 0; row < columns.size(); ++row) {
                const std::size_t count = row == odd ? cells.size() - others : columns[row];
                right += adds_up(cells.subspan(from, count));
                from += count;
            }
            if (right >= best) {
                best = right;
                at_best = odd;
            }
        }
        const std::size_t others = wanted - columns[at_best];
        if (others <= cells.size()) counts[at_best] = cells.size() - others;
    }
    std::vector<std::vector<const FormCell*>> out;
    std::size_t from = 0;
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const std::size_t count = std::min(counts[row], cells.size() - from);
        const auto part = cells.subspan(from, count);
        out.emplace_back(part.begin(), part.end());
        from += count;
    }
    return out;
}

}  // namespace gouji
