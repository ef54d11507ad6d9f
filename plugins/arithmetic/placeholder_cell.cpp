#include <gouji/sdk.hpp>

#include <vector>

#include "placeholder_cell.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::placeholder_cell;

/// “/”, “—” or “无” where the form expects a figure, one finding a form.
class PlaceholderCell {
public:
    explicit PlaceholderCell(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state == GOUJI_FORM_FOUND) check(document, form, sink);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Sink sink) {
        std::vector<const gouji_field*> cells;
        for (const gouji_field& field : document.fields()) {
            if (view(field.form) != view(form.id) || field.state != GOUJI_FIELD_PLACEHOLDER)
                continue;
            // Few agencies may make rules; a stroke there says that this one may not.
            if (view(field.row) == "rules") continue;
            cells.push_back(&field);
        }
        if (cells.empty()) return;
        Finding finding = sink.report(cells.front()->span,
                                      message::placeholder{.count = cells.size(),
                                                           .form = view(form.name),
                                                           .found = view(cells.front()->printed)});
        for (std::size_t i = 1; i < cells.size(); ++i) {
            finding.also(cells[i]->span, message::here{.column = view(cells[i]->column_label),
                                                       .row = view(cells[i]->row_label)});
        }
        finding.fix(Safety::unsafe, message::zero{});
        for (const gouji_field* cell : cells) finding.replace(cell->span, "0");
    }
};

}  // namespace

GOUJI_RULE(placeholder_cell, PlaceholderCell);
