#include "gouji/parse/row_plan.hpp"

#include "gouji/parse/row_breaks.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Groups around the row that the cell names.
std::uint32_t depth_of(const Lexicon& lexicon, const CutCell& cell) {
    for (const Entry& entry : cell.entries) {
        if (entry.word != Word::row) continue;
        const Edition::Form& form = lexicon.editions()[entry.edition].forms[entry.form];
        std::uint32_t depth = 0;
        const std::string* key = &form.rows[entry.index].group;
        while (!key->empty() && depth < form.groups.size()) {
            ++depth;
            const auto group = std::find_if(form.groups.begin(), form.groups.end(),
                                            [&](const Edition::Group& g) { return g.key == *key; });
            if (group == form.groups.end()) break;
            key = &group->parent;
        }
        return depth;
    }
    return 0;
}

}  // namespace

std::uint32_t side_by_side(const Lexicon& lexicon, const CutCell& cell) {
    std::size_t values = 0;
    for (const Entry& entry : cell.entries) {
        const Edition::Form& form = lexicon.editions()[entry.edition].forms[entry.form];
        if (!form.values_in_one_row) return 0;
        values = 0;
        for (const Edition::Row& row : form.rows) values += row.columns.size();
    }
    return static_cast<std::uint32_t>(values);
}

RowPlan plan_row(const CutTable& table, std::size_t row, const Lexicon& lexicon,
                 RowContext& context) {
    RowPlan out;
    out.begin = table.rows[row];
    out.end = row + 1 < table.rows.size() ? table.rows[row + 1] : table.cells.size();
    out.name = RowPlan::none;
    bool named = false;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < out.cells(); ++i) {
        const CutCell& cell = table.cells[out.begin + i];
        filled += cell.kind != CellKind::empty;
        if (cell.kind == CellKind::value) {
            out.values = true;
        } else if (cell.kind == CellKind::label) {
            if (const std::uint32_t only = only_edition(cell.entries); only != GOUJI_NONE) {
                context.edition = only;
            }
            const Role x = role(lexicon, cell.entries, context.edition);
            if (x.leads && !x.heads && !out.values) {
                out.grouped = out.grouped || named;
                named = true;
                out.name = i;
                out.expects = x.values;
                out.depth = depth_of(lexicon, cell);
            }
            if (x.heads && context.value_row == 0) context.value_row = side_by_side(lexicon, cell);
        } else if (cell.kind == CellKind::text && !named && !out.values) {
            out.name = i;
        }
    }
    if (out.expects > 0 && out.name + 1 < out.cells()) out.values = true;
    if (out.name == RowPlan::none && context.value_row != 0 &&
        (out.values || (filled == 0 && out.cells() == context.value_row))) {
        out.values = true;
        out.expects = context.value_row;
    }
    return out;
}

}  // namespace gouji
