#include <gouji/sdk.hpp>

#include "fractional_count.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::fractional_count;

/// A count that is no whole number; “5.0” is one, printed like an amount.
struct FractionalCount {
    explicit FractionalCount(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_NUMBER || field.type == GOUJI_FIELD_TYPE_AMOUNT)
                continue;
            const gouji::Decimal value(field.value);
            if (value.exponent >= 0) continue;
            Finding finding =
                value.whole()
                    ? sink.report(field.span, message::zeros{.column = view(field.column_label),
                                                             .row = view(field.row_label),
                                                             .value = view(field.printed)})
                    : sink.report(field.span, message::fraction{.column = view(field.column_label),
                                                                .row = view(field.row_label),
                                                                .value = view(field.printed)});
            if (!value.whole() || !view(field.unit).empty()) continue;
            finding.fix(Safety::safe, message::write{.whole = value.reduced()})
                .replace(field.span, value.reduced().text());
        }
    }
};

}  // namespace

GOUJI_RULE(fractional_count, FractionalCount);
