#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A row with a cell too few or too many.
class CellCount {
public:
    explicit CellCount(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state == GOUJI_FORM_FOUND) check(document, form, report);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Report report) {
        std::vector<const gouji_label*> wrong;
        std::size_t rows = 0;
        for (const gouji_label& label : document.labels()) {
            const bool own = view(label.form) == view(form.id) && label.role == GOUJI_ROLE_ROW;
            if (!own || label.match > GOUJI_LABEL_SIMILAR) continue;
            ++rows;
            if (label.cells != label.cells_expected) wrong.push_back(&label);
        }
        // When most rows are off, the table's shape is: one finding says so.
        if (wrong.size() > 2 && wrong.size() * 2 > rows) {
            Finding finding = report.at(wrong.front()->span, "shape");
            finding.with("form", view(form.name)).with("count", wrong.size());
            finding.with("cells", wrong.front()->cells)
                .with("expected", wrong.front()->cells_expected);
            return;
        }
        for (const gouji_label* label : wrong) {
            Finding finding = report.at(last_cell(document, *label),
                                        label->cells < label->cells_expected ? "few" : "many");
            finding.with("row", view(label->printed)).with("cells", label->cells);
            finding.with("expected", label->cells_expected).also(label->span, "row");
        }
    }

    static Span last_cell(Document document, const gouji_label& label) {
        Span last = label.span;
        for (const gouji_field& field : document.fields()) {
            const bool own =
                view(field.form) == view(label.form) && view(field.row) == view(label.key);
            if (own && field.state != GOUJI_FIELD_MISSING && field.span.begin >= last.begin)
                last = field.span;
        }
        return last;
    }
};

}  // namespace

GOUJI_RULE(cell_count, CellCount);
