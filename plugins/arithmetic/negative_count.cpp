#include <gouji/sdk.hpp>

#include "negative_count.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::negative_count;

/// A count below zero. 本年增/减 has a sign by nature and another type.
struct NegativeCount {
    explicit NegativeCount(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_NUMBER || field.type == GOUJI_FIELD_TYPE_CHANGE)
                continue;
            if (!gouji::Decimal(field.value).negative()) continue;
            sink.report(field.span, message::negative{.column = view(field.column_label),
                                                      .row = view(field.row_label),
                                                      .value = view(field.printed)});
        }
    }
};

}  // namespace

GOUJI_RULE(negative_count, NegativeCount);
