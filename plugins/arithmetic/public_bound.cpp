#include "diagnosis.hpp"

namespace {

using namespace gouji::sdk;
using arithmetic::value_of;

/// What was newly published is part of all that is published.
class PublicBound {
public:
    explicit PublicBound(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_identity& identity : document.identities()) {
            if (view(identity.id) == "public-bound") check(document, identity, report);
        }
    }

private:
    static void check(Document document, const gouji_identity& identity, Report report) {
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
            bound.append(view(field.column_label)).append(" ").append(value_of(field).text());
        }
        if (small <= large) return;
        const gouji_field& field = document.fields()[document.left(identity).front().field];
        Finding finding = report.at(field.span, "exceeds");
        finding.with("row", view(field.row_label)).with("column", view(field.column_label));
        finding.with("value", small).with("bound", bound);
        for (const gouji_term& term : document.right(identity)) {
            const gouji_field& other = document.fields()[term.field];
            finding.also(other.span, "term").with("label", view(other.column_label));
            finding.with("value", value_of(other));
        }
    }
};

}  // namespace

GOUJI_RULE(public_bound, PublicBound);
