#include <gouji/sdk.hpp>

namespace {

using namespace gouji::sdk;

/// Words where the form wants a figure.
struct NotANumber {
    explicit NotANumber(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_TEXT) continue;
            report.at(field.span, "text")
                .with("row", view(field.row_label))
                .with("column", view(field.column_label))
                .with("found", view(field.printed));
        }
    }
};

}  // namespace

GOUJI_RULE(not_a_number, NotANumber);
