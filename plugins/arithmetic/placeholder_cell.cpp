#include <gouji/sdk.hpp>

#include <vector>

namespace {

using namespace gouji::sdk;

/// “/”, “—” or “无” where the form wants a figure, one finding a form.
class PlaceholderCell {
public:
    explicit PlaceholderCell(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state == GOUJI_FORM_FOUND) check(document, form, report);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Report report) {
        std::vector<const gouji_field*> cells;
        for (const gouji_field& field : document.fields()) {
            if (view(field.form) != view(form.id) || field.state != GOUJI_FIELD_PLACEHOLDER)
                continue;
            // Few agencies may make rules; a stroke there says that this one may not.
            if (view(field.row) == "rules") continue;
            cells.push_back(&field);
        }
        if (cells.empty()) return;
        Finding finding = report.at(cells.front()->span, "placeholder");
        finding.with("form", view(form.name)).with("count", cells.size());
        finding.with("found", view(cells.front()->printed));
        for (std::size_t i = 1; i < cells.size(); ++i) {
            finding.also(cells[i]->span, "here").with("row", view(cells[i]->row_label));
            finding.with("column", view(cells[i]->column_label));
        }
        finding.fix(Safety::unsafe, "zero");
        for (const gouji_field* cell : cells) finding.replace(cell->span, "0");
    }
};

}  // namespace

GOUJI_RULE(placeholder_cell, PlaceholderCell);
