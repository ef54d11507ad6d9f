#include "slip_report.hpp"

#include <algorithm>
#include <string>

namespace arithmetic {
std::string_view label(const gouji_identity& identity, const gouji_field& field) {
    return view(identity.along) == view(field.row) ? view(field.column_label)
                                                   : view(field.row_label);
}

namespace {

/// One side of an identity.
std::string spell(Document document, const gouji_identity& identity,
                  std::span<const gouji_term> side) {
    std::string out;
    Decimal sum;
    std::size_t shown = 0;
    for (const gouji_term& term : side) {
        const gouji_field& field = document.fields()[term.field];
        const Decimal value = value_of(field);
        sum = term.sign > 0 ? sum + value : sum - value;
        if (value == Decimal() && side.size() > 2) continue;
        if (term.sign < 0) {
            out += " − ";
        } else if (shown > 0) {
            out += " + ";
        }
        out.append(label(identity, field)).append(" ").append(value.text());
        ++shown;
    }
    if (shown == 0) return "各项均为 0";
    if (side.size() > 1) out.append(" = ").append(sum.text());
    return out;
}

}  // namespace

Spelled spell(Document document, const gouji_identity& identity) {
    const auto left = document.left(identity);
    const auto right = document.right(identity);
    const bool stated_left = left.size() == 1 && right.size() != 1;
    return {spell(document, identity, stated_left ? right : left),
            spell(document, identity, stated_left ? left : right)};
}

bool digits_swapped(Decimal a, Decimal b) {
    std::string x = a.text();
    std::string y = b.text();
    if (x.size() < 2 || x.size() != y.size() || x == y) return false;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    return x == y;
}

std::string found_in(const gouji_field& field) {
    return field.state == GOUJI_FIELD_BLANK ? "空白" : std::string(view(field.printed));
}

}  // namespace arithmetic
