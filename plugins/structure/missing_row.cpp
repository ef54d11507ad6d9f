#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A row of the form that the table has not.
class MissingRow {
public:
    explicit MissingRow(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_form& form : document.forms()) {
            if (form.state != GOUJI_FORM_FOUND || form.rows * 2 < form.rows_expected) continue;
            if (view(form.edition) != view(document.facts().edition)) continue;  // edition-mismatch
            check(document, form, report);
        }
    }

private:
    static void check(Document document, const gouji_form& form, Report report) {
        std::vector<const gouji_label*> missing;
        for (const gouji_label& label : document.labels()) {
            const bool own = view(label.form) == view(form.id) && label.role == GOUJI_ROLE_ROW;
            if (own && label.match == GOUJI_LABEL_MISSING) missing.push_back(&label);
        }
        if (missing.empty()) return;
        if (form.rows * 5 >= form.rows_expected * 4) {
            for (const gouji_label* label : missing) {
                report.at(label->span, "missing")
                    .with("form", view(form.name))
                    .with("row", view(label->expected));
            }
            return;
        }
        Finding finding = report.at(missing.front()->span, "several");
        finding.with("form", view(form.name)).with("count", missing.size());
        for (const gouji_label* label : missing)
            finding.also(label->span, "row").with("row", view(label->expected));
    }
};

}  // namespace

GOUJI_RULE(missing_row, MissingRow);
