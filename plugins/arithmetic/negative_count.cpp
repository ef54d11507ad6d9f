#include <gouji/sdk.hpp>

namespace {

using namespace gouji::sdk;

/// A count below zero. 本年增/减 has a sign by nature and another type.
struct NegativeCount {
    explicit NegativeCount(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_NUMBER || field.type == GOUJI_TYPE_CHANGE) continue;
            if (!gouji::Decimal(field.value).negative()) continue;
            report.at(field.span, "negative")
                .with("row", view(field.row_label))
                .with("column", view(field.column_label))
                .with("value", view(field.printed));
        }
    }
};

}  // namespace

GOUJI_RULE(negative_count, NegativeCount);
