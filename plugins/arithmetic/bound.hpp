#pragma once

#include <gouji/sdk.hpp>

#include <string>
#include <string_view>

#include "diagnosis.hpp"

namespace arithmetic {

/// An identity of the edition that says what a figure may not exceed. `M` are the messages of the
/// rule's page.
template <class M>
class Bound {
public:
    explicit Bound(std::string_view identity) : identity_(identity) {}

    void check(gouji::sdk::Document document, gouji::sdk::Sink sink) const {
        for (const gouji_identity& identity : document.identities()) {
            if (gouji::sdk::view(identity.id) == identity_) check(document, identity, sink);
        }
    }

private:
    static void check(gouji::sdk::Document document, const gouji_identity& identity,
                      gouji::sdk::Sink sink) {
        gouji::Decimal small;
        gouji::Decimal large;
        std::string bound;
        for (const gouji_term& term : document.left(identity)) {
            const gouji_field& field = document.fields()[term.field];
            if (field.state != GOUJI_FIELD_NUMBER) return;
            small = small + value_of(field);
        }
        for (const gouji_term& term : document.right(identity)) {
            const gouji_field& field = document.fields()[term.field];
            if (field.state != GOUJI_FIELD_NUMBER) return;
            large = large + value_of(field);
            if (!bound.empty()) bound += " + ";
            bound.append(gouji::sdk::view(field.column_label))
                .append(" ")
                .append(value_of(field).text());
        }
        if (small <= large) return;
        const gouji_field& field = document.fields()[document.left(identity).front().field];
        gouji::sdk::Finding finding = sink.report(
            field.span, typename M::exceeds{.bound = bound,
                                            .column = gouji::sdk::view(field.column_label),
                                            .row = gouji::sdk::view(field.row_label),
                                            .value = small});
        for (const gouji_term& term : document.right(identity)) {
            const gouji_field& other = document.fields()[term.field];
            finding.also(other.span, typename M::term{.label = gouji::sdk::view(other.column_label),
                                                      .value = value_of(other)});
        }
    }

    std::string_view identity_;
};

}  // namespace arithmetic
