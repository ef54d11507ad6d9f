#include <gouji/sdk.hpp>

#include "not_a_number.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::not_a_number;

/// Words where the form expects a figure.
struct NotANumber {
    explicit NotANumber(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_field& field : document.fields()) {
            if (field.state != GOUJI_FIELD_TEXT) continue;
            sink.report(field.span, message::text{.column = view(field.column_label),
                                                  .found = view(field.printed),
                                                  .row = view(field.row_label)});
        }
    }
};

}  // namespace

GOUJI_RULE(not_a_number, NotANumber);
