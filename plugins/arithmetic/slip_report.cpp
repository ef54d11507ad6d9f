#include <algorithm>
#include <string>

#include "diagnosis.hpp"

namespace arithmetic {
namespace {

/// An identity in words and figures: “自然人 3 + 商业企业 1 = 4” and “总计 5”.
struct Spelled {
    std::string parts;
    std::string stated;
};

/// Fields of one row are told apart by their columns, and the other way round.
std::string_view label(const gouji_identity& identity, const gouji_field& field) {
    return view(identity.along) == view(field.row) ? view(field.column_label)
                                                   : view(field.row_label);
}

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

Spelled spell(Document document, const gouji_identity& identity) {
    const auto left = document.left(identity);
    const auto right = document.right(identity);
    const bool stated_left = left.size() == 1 && right.size() != 1;
    return {spell(document, identity, stated_left ? right : left),
            spell(document, identity, stated_left ? left : right)};
}

/// 12 for 21: the same digits in another order.
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

void report_slip(Document document, Report report, const Slip& slip) {
    const gouji_identity& identity = *slip.broken.front();
    const gouji_field& cell = *slip.cell;
    const Spelled words = spell(document, identity);
    const char* message = "sum";
    if (slip.expected) {
        const bool swapped = digits_swapped(value_of(cell), *slip.expected);
        message = slip.partner != nullptr ? "pair" : swapped ? "swapped" : "cell";
    }
    Finding finding = report.at(cell.span, message);
    finding.with("row", view(cell.row_label)).with("column", view(cell.column_label));
    finding.with("found", found_in(cell)).with("parts", words.parts).with("stated", words.stated);
    if (slip.expected) finding.with("expected", *slip.expected);
    if (slip.partner != nullptr) {
        const bool same_row = view(slip.partner->row) == view(cell.row);
        finding.with("partner",
                     view(same_row ? slip.partner->column_label : slip.partner->row_label));
        finding.also(slip.partner->span, "partner").with("row", view(slip.partner->row_label));
        finding.with("column", view(slip.partner->column_label))
            .with("found", found_in(*slip.partner));
    }
    for (const gouji_term& term :
         document.terms().subspan(identity.first_term, identity.left + identity.right)) {
        const gouji_field& part = document.fields()[term.field];
        if (&part == &cell || &part == slip.partner || value_of(part) == Decimal()) continue;
        finding.also(part.span, "term")
            .with("label", label(identity, part))
            .with("value", value_of(part));
    }
    for (std::size_t i = 1; i < slip.broken.size(); ++i) {
        const gouji_identity& other = *slip.broken[i];
        const Spelled also = spell(document, other);
        finding.also(result_of(document, other).span, "other")
            .with("along", view(slip.broken[i]->along));
        finding.with("parts", also.parts).with("stated", also.stated);
    }
    if (slip.expected && slip.certain && slip.partner == nullptr) {
        finding.fix(Safety::unsafe, "write").with("expected", *slip.expected);
        finding.replace(cell.span, slip.expected->text());
    }
}

}  // namespace

void report_slips(Document document, Report report, std::string_view rule) {
    for (const Slip& slip : diagnose(document)) {
        if (view(slip.broken.front()->id) == rule) report_slip(document, report, slip);
    }
}

}  // namespace arithmetic
