#include "gouji/semantic/form.hpp"

#include "gouji/semantic/form_edition.hpp"
#include "gouji/semantic/form_readability.hpp"
#include "gouji/semantic/form_values.hpp"

#include <algorithm>

namespace gouji {
namespace {

class FormAnalyzer {
public:
    FormAnalyzer(const Document& document, const Lexicon& lexicon, SemanticModel& model)
        : document_(document), tables_(document, lexicon), lexicon_(lexicon), model_(model) {}

    void run() {
        const FormEditions editions(tables_, model_);
        for (std::uint32_t form = 0; form < tables_.ids().size(); ++form) {
            if (const auto edition = editions.of(form))
                add_form(form, *edition, editions.found(form));
        }
    }

private:
    [[nodiscard]] const std::vector<Edition>& editions() const { return lexicon_.editions(); }

    void add_form(std::uint32_t id, std::uint32_t edition, bool found) {
        const FormMatch match = match_form(tables_, id, edition, found);
        if (match.form == nullptr) return;
        auto values = values_of(match);
        cells_.clear();
        for (const auto& row : values) cells_.push_back(static_cast<std::uint32_t>(row.size()));
        const auto [reason, where] = unreadable_because(document_, tables_, match, cells_, model_);
        gouji_form form{};
        form.id = raw(match.form->id);
        form.name = raw(match.form->name);
        form.chapter = raw(match.form->chapter);
        form.edition = found ? raw(editions()[edition].id) : raw("");
        form.table = GOUJI_NONE;
        form.state = found ? GOUJI_FORM_FOUND : GOUJI_FORM_MISSING;
        if (!reason.empty()) form.state = GOUJI_FORM_UNREADABLE;
        for (std::size_t row = 0; row < match.rows.size(); ++row) {
            form.rows += match.rows[row].cell != nullptr ||
                         (match.form->values_in_one_row && cells_[row] != 0);
        }
        form.rows_expected = static_cast<std::uint32_t>(match.rows.size());
        if (!reason.empty()) form.span = where;
        if (found) {
            form.table = tables_.rows()[match.table_rows.front()].table;
            form.span = tables_.rows()[match.table_rows.front()].span();
            for (const std::size_t r : match.table_rows) {
                form.span.end = std::max(form.span.end, tables_.rows()[r].span().end);
            }
        }
        if (!reason.empty())
            model_.evidence.push_back({raw("unreadable"), form.id, raw(reason), form.span});
        model_.forms.push_back(form);
        const std::size_t first_field = model_.fields.size();
        add_values(match, form, values);
        // Names and cells of a table that was not read in full prove nothing against the report.
        if (form.state == GOUJI_FORM_FOUND) add_labels(match, form);
        if (found) add_identities(match, first_field);
    }

    /// The cells of each row's values, in the form's order.
    std::vector<std::vector<const FormCell*>> values_of(const FormMatch& match) const {
        std::vector<std::vector<const FormCell*>> out(match.rows.size());
        if (!match.form->values_in_one_row) {
            for (std::size_t row = 0; row < match.rows.size(); ++row) {
                const Match& m = match.rows[row];
                if (m.cell == nullptr) continue;
                out[row] = value_cells(tables_.rows()[m.row], m.cell);
                // Holes after the values of a row whose name was not certain enough to tell.
                while (out[row].size() > match.form->rows[row].columns.size() &&
                       out[row].back()->cell->state == GOUJI_CELL_BLANK) {
                    out[row].pop_back();
                }
            }
            return out;
        }
        std::vector<const FormCell*> cells;
        for (const std::size_t r : match.table_rows) {
            const auto more = value_cells(tables_.rows()[r], nullptr);
            cells.insert(cells.end(), more.begin(), more.end());
        }
        std::vector<std::size_t> columns;
        for (const Edition::Row& row : match.form->rows) columns.push_back(row.columns.size());
        return part_values(cells, columns);
    }

    void add_values(const FormMatch& match, const gouji_form& form,
                    std::vector<std::vector<const FormCell*>>& values) {
        std::size_t fields = model_.fields.size();
        for (const Edition::Row& row : match.form->rows) fields += row.columns.size();
        model_.fields.reserve(fields);
        std::uint32_t here = form.span.begin;
        for (std::size_t r = 0; r < match.rows.size(); ++r) {
            const Edition::Row& row = match.form->rows[r];
            const bool certain =
                form.state == GOUJI_FORM_FOUND ||
                (form.state == GOUJI_FORM_UNREADABLE && cells_[r] == row.columns.size());
            if (!certain) values[r].clear();
            const auto assigned = assign_values(values[r], row.columns.size());
            if (match.rows[r].cell != nullptr) here = tables_.rows()[match.rows[r].row].span().end;
            for (std::size_t c = 0; c < row.columns.size(); ++c) {
                const Edition::Column& column = row.columns[c];
                gouji_field field{};
                field.form = form.id;
                field.row = raw(row.key);
                field.column = raw(column.key);
                field.row_label = raw(row.label);
                field.column_label = raw(column.label);
                field.printed = field.unit = raw("");
                field.type = column.type;
                field.cell = GOUJI_NONE;
                field.span = {here, here};
                field.state = GOUJI_FIELD_MISSING;
                if (const FormCell* cell = assigned[c]) {
                    field.printed = cell->cell->text;
                    field.span = cell->cell->span;
                    field.cell = cell->cell->node;
                    field.state = cell->kind == CellKind::label || cell->kind == CellKind::text
                                      ? std::uint32_t{GOUJI_FIELD_TEXT}
                                      : cell->figure.state;
                    if (field.state == GOUJI_FIELD_NUMBER) {
                        field.value = cell->figure.value;
                        field.unit = raw(cell->figure.unit);
                    }
                }
                model_.fields.push_back(field);
            }
        }
    }

    void add_labels(const FormMatch& match, const gouji_form& form) {
        std::vector<gouji_label> labels;
        labels.reserve(match.headers.size() + match.groups.size() + match.rows.size() +
                       match.extras.size());
        std::uint32_t here = form.span.begin;  // where a missing name should stand
        const auto add = [&](std::uint32_t role, const std::string& key,
                             const std::string& expected, const Match& m) -> gouji_label& {
            gouji_label label{};
            label.form = form.id;
            label.key = raw(key);
            label.expected = raw(expected);
            label.printed = m.cell != nullptr ? m.cell->cell->text : raw("");
            label.span = m.cell != nullptr ? m.cell->cell->span : Span{here, here};
            label.role = role;
            label.match = m.match;
            label.distance = m.distance;
            label.order = GOUJI_NONE;
            labels.push_back(label);
            return labels.back();
        };
        for (std::size_t i = 0; i < match.headers.size(); ++i) {
            const FormMatch::Header& header = match.headers[i];
            const Edition::Column& column = match.form->rows[header.row].columns[header.column];
            gouji_label& label =
                add(GOUJI_LABEL_ROLE_HEADER, column.key, column.label, header.match);
            label.order = static_cast<std::uint32_t>(i);
            if (header.match.cell != nullptr) here = header.match.cell->cell->span.end;
        }
        here = form.span.begin;
        for (std::size_t i = 0; i < match.rows.size(); ++i) {
            const Edition::Row& row = match.form->rows[i];
            gouji_label& label = add(GOUJI_LABEL_ROLE_ROW, row.key, row.label, match.rows[i]);
            label.order = static_cast<std::uint32_t>(i);
            label.cells = cells_[i];
            label.cells_expected = static_cast<std::uint32_t>(row.columns.size());
            if (match.rows[i].cell != nullptr) {
                here = std::max(here, tables_.rows()[match.rows[i].row].span().end);
            }
        }
        here = form.span.begin;
        for (std::size_t i = 0; i < match.groups.size(); ++i) {
            const Edition::Group& group = match.form->groups[i];
            gouji_label& label =
                add(GOUJI_LABEL_ROLE_GROUP, group.key, group.label, match.groups[i]);
            label.order = static_cast<std::uint32_t>(i);
            if (match.groups[i].cell != nullptr) here = match.groups[i].cell->cell->span.end;
        }
        for (const Extra& extra : match.extras) {
            gouji_label& label =
                add(GOUJI_LABEL_ROLE_ROW, {}, {}, {extra.cell, extra.row, GOUJI_LABEL_EXTRA, 0});
            label.key = label.expected = raw("");
            label.cells = static_cast<std::uint32_t>(
                value_cells(tables_.rows()[extra.row], extra.cell).size());
        }
        std::stable_sort(
            labels.begin(), labels.end(),
            [](const gouji_label& a, const gouji_label& b) { return a.span.begin < b.span.begin; });
        model_.labels.insert(model_.labels.end(), labels.begin(), labels.end());
    }

    void add_identities(const FormMatch& match, std::size_t first_field) {
        const Edition& edition = editions()[match.edition];
        const auto form = static_cast<std::size_t>(match.form - edition.forms.data());
        for (const BoundIdentity& bound : lexicon_.identities(match.edition, form)) {
            gouji_identity out{};
            out.id = raw(bound.identity->id);
            out.form = raw(match.form->id);
            out.along = raw(bound.along);
            out.relation = bound.identity->relation;
            out.first_term = static_cast<std::uint32_t>(model_.terms.size());
            out.left = static_cast<std::uint32_t>(bound.identity->left.size());
            out.right = static_cast<std::uint32_t>(bound.identity->right.size());
            model_.identities.push_back(out);
            for (const BoundIdentity::Term& term : bound.terms) {
                model_.terms.push_back(
                    {static_cast<std::uint32_t>(first_field) + term.field, term.sign});
            }
        }
    }

    const Document& document_;
    FormTables tables_;
    const Lexicon& lexicon_;
    SemanticModel& model_;
    std::vector<std::uint32_t> cells_;  ///< value cells found, beside the form's rows
};

}  // namespace

void analyze_form(const Document& document, const Lexicon& lexicon, SemanticModel& model) {
    FormAnalyzer(document, lexicon, model).run();
}

void analyze_form(const Document& document, const std::vector<Edition>& editions,
                  SemanticModel& model) {
    analyze_form(document, Lexicon(editions), model);
}

}  // namespace gouji
