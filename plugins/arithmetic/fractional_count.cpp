#include <gouji/sdk.hpp>

namespace {

using namespace gouji::sdk;

/// A count that is no whole number; “5.0” is one, printed like an amount.
struct FractionalCount {
    explicit FractionalCount(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_NUMBER || field.type == GOUJI_TYPE_AMOUNT) continue;
            const gouji::Decimal value(field.value);
            if (value.exponent >= 0) continue;
            Finding finding = report.at(field.span, value.whole() ? "zeros" : "fraction");
            finding.with("row", view(field.row_label)).with("column", view(field.column_label));
            finding.with("value", view(field.printed));
            if (!value.whole() || !view(field.unit).empty()) continue;
            finding.fix(Safety::safe, "write").with("whole", value.reduced());
            finding.replace(field.span, value.reduced().text());
        }
    }
};

}  // namespace

GOUJI_RULE(fractional_count, FractionalCount);
