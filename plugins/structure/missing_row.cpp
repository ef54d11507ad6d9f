#include "missing_row.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_row;

/// A row of the form that the table has not.
class MissingRow {
public:
    explicit MissingRow(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_form& form : document.forms()) {
            if (!structure::well_read(document, form)) continue;
            if (view(form.edition) != view(document.facts().edition)) continue;  // edition-mismatch
            check(document, form, sink);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Sink sink) {
        std::vector<const gouji_label*> missing;
        for (const gouji_label* label : structure::labels_of(document, form)) {
            if (label->role == GOUJI_LABEL_ROLE_ROW && label->match == GOUJI_LABEL_MISSING)
                missing.push_back(label);
        }
        if (missing.empty()) return;
        if (form.rows * 5 >= form.rows_expected * 4) {
            for (const gouji_label* label : missing) {
                sink.report(label->span, message::missing{.form = view(form.name),
                                                          .row = view(label->expected)});
            }
            return;
        }
        Finding finding =
            sink.report(missing.front()->span,
                        message::several{.count = missing.size(), .form = view(form.name)});
        for (const gouji_label* label : missing)
            finding.also(label->span, message::row{.row = view(label->expected)});
    }
};

}  // namespace

GOUJI_RULE(missing_row, MissingRow);
