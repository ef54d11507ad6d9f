#include "gouji/semantic/form_table.hpp"

#include <algorithm>

namespace gouji {

Span FormRow::span() const {
    Span out = cells.front().cell->span;
    for (const FormCell& cell : cells) {
        if (empty(cell.cell->span)) continue;
        if (empty(out)) out = cell.cell->span;
        out.end = std::max(out.end, cell.cell->span.end);
    }
    return out;
}

std::size_t FormRow::first_value() const {
    std::size_t at = 0;
    while (at < cells.size() && cells[at].kind != CellKind::value &&
           cells[at].cell->state != GOUJI_CELL_BLANK) {
        ++at;
    }
    return at;
}

FormTables::FormTables(const Document& document, const Lexicon& lexicon) : lexicon_(&lexicon) {
    const auto& editions = lexicon.editions();
    form_index_.resize(editions.size());
    for (std::size_t e = editions.size(); e-- > 0;) {
        for (const Edition::Form& form : editions[e].forms) {
            auto at = std::find(ids_.begin(), ids_.end(), form.id);
            if (at == ids_.end()) at = ids_.insert(ids_.end(), form.id);
            form_index_[e].push_back(static_cast<std::uint32_t>(at - ids_.begin()));
        }
    }
    cells_.reserve(document.cells().size());  // rows point into it
    std::string folded;
    for (const Table& table : document.tables()) {
        const std::size_t first_row = rows_.size();
        std::size_t begin = cells_.size();
        std::uint32_t row = 0;
        const auto end_row = [&] {
            if (cells_.size() > begin) {
                rows_.push_back({std::span(cells_).subspan(begin), table.node, GOUJI_NONE});
            }
            begin = cells_.size();
        };
        for (const gouji_cell& cell : document.cells(table)) {
            if (cell.row != row) end_row();
            row = cell.row;
            FormCell out;
            out.cell = &cell;
            const std::string_view words = view(cell.text);
            if (cell.state == GOUJI_CELL_FILLED) {
                out.kind = CellKind::text;
                out.figure = read_cell_figure(words);
                if (out.figure.state != GOUJI_FIELD_TEXT) {
                    out.kind = CellKind::value;
                } else {
                    fold(words, folded);
                    out.mark = lexicon.mark(folded);
                    out.entries = lexicon.find(folded);
                    if (!out.entries.empty()) out.kind = CellKind::label;
                }
            }
            cells_.push_back(out);
        }
        end_row();
        assign(first_row, rows_.size());
    }
}

std::uint32_t FormTables::form_of(const Entry& entry) const {
    return form_index_[entry.edition][entry.form];
}

/// A row belongs to the form that alone has one of its names; one without such a name, to the form
/// of the rows above, else to that of the rows below.
void FormTables::assign(std::size_t first, std::size_t end) {
    std::uint32_t form = GOUJI_NONE;
    for (std::size_t row = first; row < end; ++row) {
        for (const FormCell& cell : rows_[row].cells) {
            if (cell.entries.empty()) continue;
            const std::uint32_t own = form_of(cell.entries.front());
            const bool only =
                std::all_of(cell.entries.begin(), cell.entries.end(),
                            [&](const Entry& entry) { return form_of(entry) == own; });
            if (only) form = own;
        }
        rows_[row].form = form;
    }
    for (std::size_t row = end; row-- > first;) {
        if (rows_[row].form == GOUJI_NONE) rows_[row].form = form;
        form = rows_[row].form;
    }
}

}  // namespace gouji
