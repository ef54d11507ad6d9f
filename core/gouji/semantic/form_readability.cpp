#include "gouji/semantic/form_readability.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace gouji {
namespace {

constexpr std::size_t window = 4;  // characters compared at a time

/// Gives every run of `window` Han characters as one number; what stands between them is left out.
class Windows {
public:
    /// Goes on where the words before ended.
    template <class Take>
    void add(std::string_view words, Take take) {
        for (std::size_t at = 0; at < words.size();) {
            const Char c = char_at(words, at);
            at += c.size;
            if (!is_han(c.code)) continue;
            last_ = last_ << 16U | (c.code & 0xFFFFU);
            if (++count_ >= window) take(last_);
        }
    }

private:
    std::uint64_t last_ = 0;
    std::size_t count_ = 0;
};

/// Localized and figures of a form's chapter that no cell of the form has taken.
class UnreadText {
public:
    void add(std::string_view words) {
        run_.add(words, [&](std::uint64_t each) { windows_.insert(each); });
        count_figures(words);
    }

    /// Whether most of the label is there, whole or in pieces.
    [[nodiscard]] bool has(std::string_view label) const {
        std::size_t all = 0;
        std::size_t found = 0;
        Windows().add(label, [&](std::uint64_t each) {
            ++all;
            found += windows_.count(each);
        });
        return all != 0 && found * 10 >= all * 6;
    }

    [[nodiscard]] std::size_t figures() const { return figures_; }

private:
    /// Figures that stand alone, as they do in cells: prose has “3件”.
    void count_figures(std::string_view words) {
        bool digits = false;  // since the last gap
        bool other = false;
        for (std::size_t at = 0; at <= words.size();) {
            const Char c = char_at(words, at);
            if (c.size == 0 || is_blank(c.code) || is_line_end(c.code) || c.code == '|') {
                figures_ += digits && !other ? 1 : 0;
                digits = other = false;
                if (c.size == 0) break;
            } else if (is_digit(half_width(c.code))) {
                digits = true;
            } else if (c.code != '.' && c.code != '-') {
                other = true;
            }
            at += c.size;
        }
    }

    Windows run_;
    std::unordered_set<std::uint64_t> windows_;
    std::size_t figures_ = 0;
};

/// The chapter that the form belongs into; the whole report where it has none.
Span region_of(const Document& document, const FormMatch& match, const SemanticModel& model) {
    for (const gouji_chapter& chapter : model.chapters) {
        if (chapter.level == 1 && view(chapter.kind) == match.form->chapter) return chapter.body;
    }
    return document.extent();
}

UnreadText unread_text(const Document& document, const FormTables& tables, const FormMatch& match,
                       Span region) {
    UnreadText out;
    for (const gouji_kind kind : {GOUJI_KIND_PARAGRAPH, GOUJI_KIND_HEADING, GOUJI_KIND_RESIDUE}) {
        for (const gouji_node node : document.nodes(kind)) {
            const Span span = document.nodes()[node].span;
            if (overlap(span, region)) out.add(document.at(span));
        }
    }
    std::vector<const FormCell*> taken;
    for (const auto* list : {&match.rows, &match.groups}) {
        for (const Match& each : *list) taken.push_back(each.cell);
    }
    std::vector<bool> named(tables.rows().size());
    for (const Match& row : match.rows) {
        if (row.cell != nullptr) named[row.row] = true;
    }
    if (match.form->values_in_one_row) {
        for (const std::size_t row : match.table_rows) named[row] = true;
    }
    for (std::size_t r = 0; r < tables.rows().size(); ++r) {
        if (!overlap(tables.rows()[r].span(), region)) continue;
        for (const FormCell& cell : tables.rows()[r].cells) {
            const bool value = cell.kind == CellKind::value;
            if (value ? named[r] : std::ranges::find(taken, &cell) != taken.end()) continue;
            out.add(document.at(cell.cell->span));
        }
    }
    return out;
}

/// Rows whose cells stand apart by blanks alone and are fewer than the form has.
bool loses_cells(const Document& document, const FormTables& tables, const FormMatch& match,
                 std::span<const std::uint32_t> cells) {
    if (match.form->values_in_one_row) return false;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < match.rows.size(); ++i) {
        if (match.rows[i].cell == nullptr || cells[i] == match.form->rows[i].columns.size())
            continue;
        const std::string_view line = document.at(tables.rows()[match.rows[i].row].span());
        wrong += line.find_first_of("\t|\n") == std::string_view::npos ? 1 : 0;
    }
    return wrong >= 3 && wrong * 3 >= match.found();
}

}  // namespace

Unreadable unreadable_because(const Document& document, const FormTables& tables,
                              const FormMatch& match, std::span<const std::uint32_t> cells,
                              const SemanticModel& model) {
    const auto filled = [&](std::size_t row) {
        return match.form->values_in_one_row ? cells[row] != 0 : match.rows[row].cell != nullptr;
    };
    const Span region = region_of(document, match, model);
    std::vector<std::size_t> missing;
    for (std::size_t row = 0; row < match.rows.size(); ++row) {
        if (!filled(row)) missing.push_back(row);
    }
    if (!missing.empty()) {
        const UnreadText text = unread_text(document, tables, match, region);
        std::size_t rows = 0;
        std::size_t columns = 0;
        for (const std::size_t row : missing) {
            if (match.rows[row].cell == nullptr && !text.has(match.form->rows[row].label)) continue;
            ++rows;
            columns += match.form->rows[row].columns.size();
        }
        if (rows != 0 && text.figures() * 2 >= columns)
            return {rows * 2 > match.rows.size() ? "no-cells" : "split-cells", region};
    }
    return {loses_cells(document, tables, match, cells) ? "lost-cells" : "", region};
}

}  // namespace gouji
