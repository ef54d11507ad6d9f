#include "gouji/parse/geometry.hpp"

#include "gouji/parse/row_breaks.hpp"
#include "gouji/parse/row_plan.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Lays one table out row by row. Keeps, for every column, the cell that stands above.
class Layout {
public:
    Layout(const CutTable& table, const Lexicon& lexicon) : table_(table), lexicon_(lexicon) {
        RowContext context;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            plans_.push_back(plan_row(table, row, lexicon, context));
        }
        const bool grouped =
            std::any_of(plans_.begin(), plans_.end(), [](const RowPlan& p) { return p.grouped; });
        for (RowPlan& p : plans_) {
            if (!grouped) p.depth = 0;
            columns_ = std::max(columns_, p.cells());
            if (!p.values || p.name == RowPlan::none) continue;
            names_ = std::max({names_, p.name + 1, std::size_t{p.depth} + 1});
            expects_ = std::max(expects_, std::size_t{p.expects});
        }
        columns_ = std::max(columns_, names_ + expects_);
        // Where wide names leave their placeholders, a row that is short lacks a value, not a hole.
        std::ptrdiff_t full = 0;
        for (const RowPlan& p : plans_) {
            if (!p.values || p.name == RowPlan::none || p.name + 1 >= names_) continue;
            full += p.cells() == columns_ ? 1 : -1;
        }
        padded_ = full > 0;
        side_by_side_ = context.value_row != 0;
        above_.assign(columns_, nothing);
    }

    void build(DocumentBuilder& builder) {
        drafts_.reserve(table_.cells.size());
        rows_.reserve(plans_.size());
        for (const RowPlan& p : plans_) {
            row_begin_ = drafts_.size();
            if (p.values) {
                value_row(p);
            } else {
                header_row(p);
            }
            rows_.push_back(row_begin_);
        }
        builder.open_table(table_.span);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1] : drafts_.size();
            builder.open_row({drafts_[rows_[row]].span.begin, drafts_[end - 1].span.end});
            for (std::size_t i = rows_[row]; i < end; ++i) builder.cell(drafts_[i]);
        }
        builder.close_table();
    }

private:
    static constexpr std::size_t nothing = SIZE_MAX;

    /// `name`: stands in a header row or in front of a row's values, where cells may reach down.
    void put(const CutCell& cell, std::size_t column, std::size_t span, std::uint32_t state,
             bool name) {
        CellDraft draft;
        draft.span = cell.span;
        draft.column = static_cast<std::uint32_t>(column);
        draft.column_span = static_cast<std::uint32_t>(std::max<std::size_t>(span, 1));
        draft.state = state;
        const std::size_t index = drafts_.size();
        drafts_.push_back(draft);
        names_above_.push_back(name);
        if (state == GOUJI_CELL_MERGED) {
            reach(column, index, name);
            return;
        }
        for (std::size_t c = column; c < column + draft.column_span && c < columns_; ++c)
            above_[c] = index;
    }

    /// A hole: the cell above reaches down into it, or the one to its left reaches over.
    void reach(std::size_t column, std::size_t hole, bool name) {
        if (column >= columns_) return;
        const std::size_t owner = above_[column];
        const bool alone = name && owner != nothing && owner < row_begin_ && names_above_[owner] &&
                           drafts_[owner].column == column && drafts_[owner].column_span == 1;
        if (!alone && hole > row_begin_) {
            std::size_t left = hole - 1;
            while (left > row_begin_ && drafts_[left].state == GOUJI_CELL_MERGED) --left;
            if (drafts_[left].state != GOUJI_CELL_MERGED) {
                CellDraft& cell = drafts_[left];
                cell.column_span = std::max(cell.column_span,
                                            static_cast<std::uint32_t>(column + 1 - cell.column));
                above_[column] = left;
                return;
            }
        }
        stretch(column);
    }

    /// The cell above in this column reaches down into the current row.
    void stretch(std::size_t column) {
        const std::size_t owner = above_[column];
        if (owner == nothing || owner >= row_begin_) return;
        const auto row = static_cast<std::uint32_t>(rows_.size());
        std::uint32_t start = 0;
        const auto after = std::upper_bound(rows_.begin(), rows_.end(), owner);
        start = static_cast<std::uint32_t>(after - rows_.begin()) - 1;
        drafts_[owner].row_span = std::max(drafts_[owner].row_span, row - start + 1);
    }

    void header_row(const RowPlan& p) {
        const bool padded = p.cells() == columns_;
        std::size_t column = !padded && all_headers(p) ? columns_ - p.cells() : 0;
        for (std::size_t i = 0; i < p.cells(); ++i) {
            const CutCell& cell = table_.cells[p.begin + i];
            if (!padded) column = std::max(column, wanted_column(cell));
            column = std::min(column, columns_ - 1);
            std::size_t span = 1;
            if (!padded && cell.kind != CellKind::empty) {
                // Up to where the next header should stand, or the table's edge.
                const std::size_t next =
                    i + 1 < p.cells() ? wanted_column(table_.cells[p.begin + i + 1]) : columns_;
                if (next > column) span = next - column;
                if (i + 1 < p.cells() && p.cells() <= 2 && cell.kind == CellKind::label &&
                    role(lexicon_, cell.entries).opens) {
                    span = names_;
                }
            }
            put(cell, column, span,
                cell.kind == CellKind::empty ? GOUJI_CELL_MERGED : GOUJI_CELL_FILLED, true);
            column += span;
        }
    }

    /// A row of headers of the side-by-side form, without the names of its rows: it stands right.
    bool all_headers(const RowPlan& p) const {
        if (!side_by_side_) return false;
        for (std::size_t i = p.begin; i < p.end; ++i) {
            const CutCell& cell = table_.cells[i];
            if (cell.kind != CellKind::label || side_by_side(lexicon_, cell) == 0) {
                // “总计” and “其他” are headers of more than one form.
                if (cell.entries.empty() || cell.entries.front().word != Word::header) return false;
            } else if (cell.entries.front().word != Word::header) {
                return false;
            }
        }
        return true;
    }

    /// The column over which a header belongs; 0 when its words do not say.
    std::size_t wanted_column(const CutCell& cell) const {
        for (const Entry& entry : cell.entries) {
            const Edition::Form& form = lexicon_.editions()[entry.edition].forms[entry.form];
            if (form.values_in_one_row != side_by_side_) continue;
            if (!form.values_in_one_row) {
                if (entry.word == Word::header) return names_ + entry.column;
                continue;
            }
            std::size_t before = 0;
            for (std::size_t row = 0; row < form.rows.size(); ++row) {
                const bool here = entry.word == Word::row
                                      ? row == entry.index
                                      : entry.word == Word::group &&
                                            form.rows[row].group == form.groups[entry.index].key;
                if (here) return before;
                before += form.rows[row].columns.size();
            }
        }
        return 0;
    }

    void value_row(const RowPlan& p) {
        const bool padded = p.cells() == columns_;
        const std::size_t first = p.first_value();
        const std::size_t count = p.cells() - first;
        // Holes that a wide name or a wide value leaves around the values.
        std::size_t in_front = 0;
        std::size_t after = 0;
        const auto kind = [&](std::size_t i) { return table_.cells[p.begin + i].kind; };
        std::size_t surplus = p.expects > 0 && count > p.expects ? count - p.expects : 0;
        if (p.expects == 0 && padded && names_ > first) surplus = names_ - first;
        if (p.expects > 0 && padded_ && !padded && names_ > first + surplus) {
            std::size_t placeholders = 0;
            while (first + placeholders < std::min(names_, p.cells()) &&
                   kind(first + placeholders) == CellKind::empty) {
                ++placeholders;
            }
            if (first + placeholders == names_) surplus = placeholders;
        }
        const bool wide_value =
            p.expects > 0 && first < p.cells() && kind(first) != CellKind::empty;
        while (!wide_value && in_front < surplus && kind(first + in_front) == CellKind::empty)
            ++in_front;
        if (p.expects > 0) {
            while (after < surplus - in_front && kind(p.cells() - 1 - after) == CellKind::empty)
                ++after;
        }
        std::size_t column = 0;
        if (p.name != RowPlan::none && !padded && p.depth > p.name) {
            for (; column < p.depth - p.name; ++column) stretch(column);
        }
        for (std::size_t i = 0; i < first; ++i) {
            const CutCell& cell = table_.cells[p.begin + i];
            const bool hole = cell.kind == CellKind::empty;
            std::size_t span = 1;
            if (i == p.name && !padded && column < names_) span = names_ - column;
            put(cell, column, span, hole ? GOUJI_CELL_MERGED : GOUJI_CELL_FILLED, true);
            column += span;
        }
        const std::size_t values = p.cells() - first;
        for (std::size_t i = 0; i < values; ++i) {
            const CutCell& cell = table_.cells[p.begin + first + i];
            std::uint32_t state = GOUJI_CELL_FILLED;
            if (cell.kind == CellKind::empty) {
                state = i < in_front || i >= values - after ? GOUJI_CELL_MERGED : GOUJI_CELL_BLANK;
            }
            const bool alone = !padded && values == 1 && p.expects == 1;
            put(cell, column, alone && column < columns_ ? columns_ - column : 1, state, false);
            ++column;
        }
    }

    const CutTable& table_;
    const Lexicon& lexicon_;
    std::vector<RowPlan> plans_;
    std::size_t columns_ = 1;
    std::size_t names_ = 1;
    std::size_t expects_ = 0;
    bool padded_ = false;        ///< every place of the grid has its cell, wide names too
    bool side_by_side_ = false;  ///< the form whose rows stand side by side is here
    std::vector<CellDraft> drafts_;
    std::vector<bool> names_above_;  ///< beside drafts_: `name` of put
    std::vector<std::size_t> rows_;
    std::vector<std::size_t> above_;  ///< for every column, the draft that covers it
    std::size_t row_begin_ = 0;
};

}  // namespace

void add_table(DocumentBuilder& builder, const CutTable& table, const Lexicon& lexicon) {
    Layout(table, lexicon).build(builder);
}

}  // namespace gouji
