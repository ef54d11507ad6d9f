#include "gouji/semantic/form_match.hpp"

#include "gouji/base/distance.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// The words after “（七）” or “3.”: what is left when somebody drops the ordinal.
std::u32string_view without_ordinal(std::u32string_view words) {
    std::u32string_view rest = words;
    const bool bracket = rest.starts_with(U'(');
    if (bracket) rest.remove_prefix(1);
    std::size_t at = 0;
    while (at < rest.size() &&
           (is_digit(rest[at]) || std::u32string_view(U"一二三四五六七八九十").find(rest[at]) !=
                                      std::u32string_view::npos)) {
        ++at;
    }
    if (at == 0 || at >= rest.size()) return words;
    const char32_t mark = rest[at];
    if (bracket ? mark != U')' : mark != U'.' && mark != U'、' && mark != U')') return words;
    return rest.substr(at + 1);
}

/// How far printed words are from a label and its variants; beyond what is near: UINT32_MAX.
class Nearness {
public:
    explicit Nearness(std::string_view printed) {
        fold(printed, folded_);
        words_ = characters(folded_);
    }

    std::uint32_t to(const std::string& label, const std::vector<std::string>& variants) {
        std::uint32_t best = one(label);
        for (const std::string& variant : variants) best = std::min(best, one(variant));
        return best;
    }

private:
    std::uint32_t one(const std::string& label) {
        fold(label, folded_);
        const std::u32string expected = characters(folded_);
        const auto length = static_cast<std::uint32_t>(std::max(expected.size(), words_.size()));
        const std::uint32_t limit = length * 4 / 10;
        const std::uint32_t found = distance(words_, expected, limit);
        if (found <= limit) return found;
        const std::u32string_view bare = without_ordinal(expected);
        if (bare.size() >= 2 && bare == without_ordinal(words_))
            return distance(words_, expected, length);
        return UINT32_MAX;
    }

    std::string folded_;
    std::u32string words_;
};

class Matcher {
public:
    Matcher(const FormTables& tables, std::uint32_t form, FormMatch& out)
        : tables_(tables), form_(form), out_(out) {}

    void exact() {
        for (const std::size_t r : out_.table_rows) {
            const FormRow& row = tables_.rows()[r];
            const std::size_t values = row.first_value();
            const FormCell* name = nullptr;  // the last exact row name of this table row
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const FormCell& cell = row.cells[i];
                if (cell.kind != CellKind::label) continue;
                for (const Entry& entry : cell.entries) {
                    if (entry.edition != out_.edition || tables_.form_of(entry) != form_) continue;
                    const std::uint32_t match =
                        entry.variant ? GOUJI_LABEL_VARIANT : GOUJI_LABEL_EXACT;
                    if (entry.word == Word::row && i < std::max<std::size_t>(values, 1)) {
                        if (take(out_.rows[entry.index], cell, r, match)) name = &cell;
                    } else if (entry.word == Word::group) {
                        take(out_.groups[entry.index], cell, r, match);
                    } else if (entry.word == Word::header && values == row.cells.size()) {
                        if (take_header(entry, cell, r, match)) break;
                    }
                }
            }
            // A cell that repeats a name already found elsewhere is one too many.
            if (name == nullptr) repeated(row, r, values);
        }
    }

    /// What has no exact name is compared with the names still missing.
    void near() {
        for (const std::size_t r : out_.table_rows) {
            const FormRow& row = tables_.rows()[r];
            const std::size_t values = row.first_value();
            const bool has_values = values < row.cells.size();
            for (std::size_t i = values; i-- > 0;) {
                const FormCell& cell = row.cells[i];
                if (cell.kind == CellKind::value || cell.kind == CellKind::empty) continue;
                if (cell.kind == CellKind::label && known(cell)) {
                    if (has_values && is_row(cell)) break;
                    continue;
                }
                const bool last = has_values && name_of(row, values) == i;
                const bool named = last && !out_.form->values_in_one_row;
                if (named ? near_row(cell, r) : near_group(cell, r) || near_header(cell, r))
                    continue;
                if (named) out_.extras.push_back({&cell, r});
            }
        }
    }

private:
    bool take(Match& match, const FormCell& cell, std::size_t row, std::uint32_t kind,
              std::uint32_t distance = 0) {
        if (match.cell != nullptr) return false;
        match = {&cell, row, kind, distance};
        return true;
    }

    /// Headers repeat from section to section: the next one with these words that is still free.
    bool take_header(const Entry& entry, const FormCell& cell, std::size_t row,
                     std::uint32_t match) {
        const std::string& label = out_.form->rows[entry.index].columns[entry.column].label;
        const auto free = [&](const FormMatch::Header& header) {
            return header.match.cell == nullptr &&
                   out_.form->rows[header.row].columns[header.column].label == label;
        };
        auto at = std::find_if(out_.headers.begin() + static_cast<std::ptrdiff_t>(next_header_),
                               out_.headers.end(), free);
        if (at == out_.headers.end())
            at = std::find_if(out_.headers.begin(), out_.headers.end(), free);
        if (at == out_.headers.end()) return true;
        take(at->match, cell, row, match);
        next_header_ = static_cast<std::size_t>(at - out_.headers.begin()) + 1;
        return true;
    }

    void repeated(const FormRow& row, std::size_t r, std::size_t values) {
        if (values >= row.cells.size() || out_.form->values_in_one_row) return;
        const std::size_t i = name_of(row, values);
        if (i < values && row.cells[i].kind == CellKind::label && is_row(row.cells[i])) {
            out_.extras.push_back({&row.cells[i], r});
        }
    }

    /// The last cell with words in front of the values; `values` without one.
    static std::size_t name_of(const FormRow& row, std::size_t values) {
        for (std::size_t i = values; i-- > 0;) {
            if (row.cells[i].kind == CellKind::label || row.cells[i].kind == CellKind::text)
                return i;
        }
        return values;
    }

    /// Whether the cell says something that this form of this edition says too.
    bool known(const FormCell& cell) const {
        return std::any_of(cell.entries.begin(), cell.entries.end(), [&](const Entry& entry) {
            return entry.edition == out_.edition && tables_.form_of(entry) == form_;
        });
    }
    bool is_row(const FormCell& cell) const {
        return std::any_of(cell.entries.begin(), cell.entries.end(), [&](const Entry& entry) {
            return entry.edition == out_.edition && entry.word == Word::row &&
                   tables_.form_of(entry) == form_;
        });
    }

    template <class Item, class Get>
    bool nearest_of(const std::vector<Item>& items, const FormCell& cell, std::size_t row,
                    Get match_of) {
        Nearness nearness(view(cell.cell->text));
        std::uint32_t best = UINT32_MAX;
        std::size_t found = items.size();
        std::size_t found_gap = SIZE_MAX;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (match_of(i)->cell != nullptr) continue;
            const std::uint32_t d = nearness.to(items[i].label, items[i].variants);
            if (d == UINT32_MAX) continue;
            // Among equals, the one whose neighbour in the form stands right above.
            const Match* before = i > 0 ? match_of(i - 1) : nullptr;
            const std::size_t gap =
                before != nullptr && before->cell != nullptr && before->row < row
                    ? row - before->row
                    : SIZE_MAX;
            if (d < best || (d == best && gap < found_gap)) {
                best = d;
                found = i;
                found_gap = gap;
            }
        }
        if (found == items.size()) return false;
        return take(*match_of(found), cell, row, GOUJI_LABEL_SIMILAR, best);
    }

    bool near_row(const FormCell& cell, std::size_t row) {
        return nearest_of(out_.form->rows, cell, row, [&](std::size_t i) { return &out_.rows[i]; });
    }
    bool near_group(const FormCell& cell, std::size_t row) {
        return nearest_of(out_.form->groups, cell, row,
                          [&](std::size_t i) { return &out_.groups[i]; }) ||
               (out_.form->values_in_one_row && near_row(cell, row));
    }
    bool near_header(const FormCell& cell, std::size_t row) {
        Nearness nearness(view(cell.cell->text));
        std::uint32_t best = UINT32_MAX;
        FormMatch::Header* found = nullptr;
        for (FormMatch::Header& header : out_.headers) {
            if (header.match.cell != nullptr) continue;
            const Edition::Column& column = out_.form->rows[header.row].columns[header.column];
            const std::uint32_t d = nearness.to(column.label, column.variants);
            if (d < best) {
                best = d;
                found = &header;
            }
        }
        return found != nullptr && take(found->match, cell, row, GOUJI_LABEL_SIMILAR, best);
    }

    const FormTables& tables_;
    std::uint32_t form_;
    FormMatch& out_;
    std::size_t next_header_ = 0;
};

}  // namespace

std::uint32_t FormMatch::found() const {
    return static_cast<std::uint32_t>(std::count_if(
        rows.begin(), rows.end(), [](const Match& match) { return match.cell != nullptr; }));
}

FormMatch match_form(const FormTables& tables, std::uint32_t form, std::uint32_t edition,
                     bool near) {
    FormMatch out;
    out.edition = edition;
    for (const Edition::Form& candidate : tables.lexicon().editions()[edition].forms) {
        if (candidate.id == tables.ids()[form]) out.form = &candidate;
    }
    if (out.form == nullptr) return out;
    out.rows.resize(out.form->rows.size());
    out.groups.resize(out.form->groups.size());
    const bool one_set =
        std::all_of(out.form->rows.begin(), out.form->rows.end(), [&](const Edition::Row& r) {
            const std::vector<Edition::Column>& first = out.form->rows.front().columns;
            return r.columns.size() == first.size() && r.columns.front().key == first.front().key &&
                   r.columns.back().key == first.back().key;
        });
    for (std::size_t row = 0; row < out.form->rows.size(); ++row) {
        // One set of headers a group of rows that share them; side by side, one set a row.
        const Edition::Row& now = out.form->rows[row];
        if (row > 0 && !out.form->values_in_one_row) {
            const Edition::Row& before = out.form->rows[row - 1];
            const bool same = std::equal(
                now.columns.begin(), now.columns.end(), before.columns.begin(),
                before.columns.end(),
                [](const Edition::Column& a, const Edition::Column& b) { return a.key == b.key; });
            if (same && (one_set || now.group == before.group)) continue;
        }
        for (std::size_t column = 0; column < now.columns.size(); ++column) {
            out.headers.push_back(
                {static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(column), {}});
        }
    }
    for (std::size_t row = 0; row < tables.rows().size(); ++row) {
        if (tables.rows()[row].form == form) out.table_rows.push_back(row);
    }
    Matcher matcher(tables, form, out);
    matcher.exact();
    if (near) matcher.near();
    return out;
}

}  // namespace gouji
