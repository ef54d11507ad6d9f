#include "gouji/parse/cutters.hpp"
#include "gouji/parse/row_breaks.hpp"

namespace gouji {

bool is_table(const CutTable& table, bool drawn) {
    std::size_t labels = 0;
    std::size_t values = 0;
    for (const CutCell& cell : table.cells) {
        labels += cell.kind == CellKind::label;
        values += cell.kind == CellKind::value;
    }
    if (labels >= 3 || (labels >= 1 && values >= 1)) return true;
    std::size_t wide = 0;  // rows with at least two cells that say something
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::size_t end =
            row + 1 < table.rows.size() ? table.rows[row + 1] : table.cells.size();
        std::size_t filled = 0;
        for (std::size_t i = table.rows[row]; i < end; ++i) {
            filled += table.cells[i].kind != CellKind::empty && size(table.cells[i].span) <= 90;
        }
        wide += filled >= 2;
    }
    return wide >= 2 && (values >= 2 || (drawn && wide * 2 >= table.rows.size()));
}

void add_rows(CutTable& table, const Lexicon& lexicon, std::span<const CutCell> cells) {
    if (cells.empty()) return;
    RowBreaks breaks(lexicon);
    std::size_t begin = table.cells.size();
    table.rows.push_back(static_cast<std::uint32_t>(begin));
    std::size_t after_label = 0;  // cells since the last label
    for (const CutCell& cell : cells) {
        if (breaks.before(cell, true)) {
            // Holes at the end of a full row belong in front of the next row's name.
            std::size_t start = table.cells.size();
            std::size_t surplus = breaks.expects() > 0 && after_label > breaks.expects()
                                      ? after_label - breaks.expects()
                                      : 0;
            for (; surplus > 0 && table.cells[start - 1].kind == CellKind::empty; --surplus)
                --start;
            table.rows.push_back(static_cast<std::uint32_t>(start));
            breaks.clear();
            after_label = 0;
        }
        breaks.add(cell);
        after_label = cell.kind == CellKind::label ? 0 : after_label + 1;
        table.cells.push_back(cell);
    }
}

}  // namespace gouji
