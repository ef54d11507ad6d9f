#include <gouji/sdk.hpp>

#include <vector>

#include "blank_cell.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::blank_cell;

/// Value cells that somebody left empty, one finding a form. Holes of merged cells are no cells.
class BlankCell {
public:
    explicit BlankCell(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state == GOUJI_FORM_FOUND) check(document, form, sink);
        }
    }

private:
    /// Blank cells beside each other in one row.
    struct Run {
        const gouji_field* first;
        std::string columns;
        Span span;
    };

    static void check(Document document, const gouji_form& form, Sink sink) {
        std::vector<Run> runs;
        std::size_t blank = 0;
        std::size_t present = 0;
        const gouji_field* before = nullptr;
        for (const gouji_field& field : document.fields()) {
            if (view(field.form) != view(form.id)) continue;
            const bool is_blank = field.state == GOUJI_FIELD_BLANK;
            present += field.state == GOUJI_FIELD_MISSING ? 0 : 1;
            blank += is_blank ? 1 : 0;
            if (is_blank && before != nullptr && view(before->row) == view(field.row)) {
                runs.back().columns.append("、").append(view(field.column_label));
                runs.back().span.end = field.span.end;
            } else if (is_blank) {
                runs.push_back({&field, std::string(view(field.column_label)), field.span});
            }
            before = is_blank ? &field : nullptr;
        }
        if (blank == 0) return;
        // Half a form left blank is a way to write zeros; some blanks among figures are slips.
        Finding finding =
            blank * 2 < present
                ? sink.report(runs.front().first->span,
                              message::some{.columns = runs.front().columns,
                                            .count = blank,
                                            .filled = present - blank,
                                            .form = view(form.name),
                                            .row = view(runs.front().first->row_label)})
                : sink.report(runs.front().first->span,
                              message::most{.count = blank, .form = view(form.name)});
        for (const Run& run : runs) {
            if (&run == &runs.front() && blank == 1) continue;
            finding.also(run.span,
                         message::here{.columns = run.columns, .row = view(run.first->row_label)});
        }
    }
};

}  // namespace

GOUJI_RULE(blank_cell, BlankCell);
