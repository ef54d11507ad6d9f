#include "cell_count.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::cell_count;

/// A row with a cell too few or too many.
class CellCount {
public:
    explicit CellCount(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state == GOUJI_FORM_FOUND) check(document, form, sink);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Sink sink) {
        std::vector<const gouji_label*> wrong;
        std::size_t rows = 0;
        for (const gouji_label* label : structure::labels_of(document, form)) {
            if (label->role != GOUJI_LABEL_ROLE_ROW || label->match > GOUJI_LABEL_SIMILAR) continue;
            ++rows;
            if (label->cells != label->cells_expected) wrong.push_back(label);
        }
        // When most rows are off, the table's shape is: one finding says so.
        if (wrong.size() > 2 && wrong.size() * 2 > rows) {
            Finding finding = sink.report(wrong.front()->span,
                                          message::shape{.cells = wrong.front()->cells,
                                                         .count = wrong.size(),
                                                         .expected = wrong.front()->cells_expected,
                                                         .form = view(form.name)});
            return;
        }
        for (const gouji_label* label : wrong) {
            Finding finding = label->cells < label->cells_expected
                                  ? sink.report(last_cell(document, *label),
                                                message::few{.cells = label->cells,
                                                             .expected = label->cells_expected,
                                                             .row = view(label->printed)})
                                  : sink.report(last_cell(document, *label),
                                                message::many{.cells = label->cells,
                                                              .expected = label->cells_expected,
                                                              .row = view(label->printed)});
            finding.also(label->span, message::row{});
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
