#pragma once

#include <string>

#include "diagnosis.hpp"

namespace arithmetic {

/// An identity in words and figures: “自然人 3 + 商业企业 1 = 4” and “总计 5”.
struct Spelled {
    std::string parts;
    std::string stated;
};

[[nodiscard]] Spelled spell(Document document, const gouji_identity& identity);

/// What a field is called where an identity runs over it: fields of one row are told apart by their
/// columns, and the other way round.
[[nodiscard]] std::string_view label(const gouji_identity& identity, const gouji_field& field);

/// 12 for 21: the same digits in another order.
[[nodiscard]] bool digits_swapped(Decimal a, Decimal b);

/// The field as the message shows it.
[[nodiscard]] std::string found_in(const gouji_field& field);

/// The first place of a slip with the message that fits. `M` are the messages of the rule's page;
/// those of `sum` differ from page to page.
template <class M>
[[nodiscard]] Finding open_slip(Sink sink, const Slip& slip, const Spelled& words) {
    const gouji_field& cell = *slip.cell;
    const std::string_view row = view(cell.row_label);
    const std::string_view column = view(cell.column_label);
    if (!slip.expected) {
        if constexpr (requires(typename M::sum sum) { sum.row; }) {
            return sink.report(
                cell.span,
                typename M::sum{.parts = words.parts, .row = row, .stated = words.stated});
        } else {
            return sink.report(
                cell.span,
                typename M::sum{.column = column, .parts = words.parts, .stated = words.stated});
        }
    }
    const std::string found = found_in(cell);
    if (slip.partner != nullptr) {
        const bool same_row = view(slip.partner->row) == view(cell.row);
        return sink.report(cell.span,
                           typename M::pair{.column = column,
                                            .expected = *slip.expected,
                                            .found = found,
                                            .partner = view(same_row ? slip.partner->column_label
                                                                     : slip.partner->row_label),
                                            .parts = words.parts,
                                            .row = row,
                                            .stated = words.stated});
    }
    if (digits_swapped(value_of(cell), *slip.expected)) {
        return sink.report(cell.span, typename M::swapped{.column = column,
                                                          .expected = *slip.expected,
                                                          .found = found,
                                                          .parts = words.parts,
                                                          .row = row,
                                                          .stated = words.stated});
    }
    return sink.report(cell.span, typename M::cell{.column = column,
                                                   .expected = *slip.expected,
                                                   .found = found,
                                                   .parts = words.parts,
                                                   .row = row,
                                                   .stated = words.stated});
}

template <class M>
void report_slip(Document document, Sink sink, const Slip& slip) {
    const gouji_identity& identity = *slip.broken.front();
    const gouji_field& cell = *slip.cell;
    Finding finding = open_slip<M>(sink, slip, spell(document, identity));
    if (slip.partner != nullptr) {
        finding.also(slip.partner->span,
                     typename M::partner{.column = view(slip.partner->column_label),
                                         .found = found_in(*slip.partner),
                                         .row = view(slip.partner->row_label)});
    }
    for (const gouji_term& term :
         document.terms().subspan(identity.first_term, identity.left + identity.right)) {
        const gouji_field& part = document.fields()[term.field];
        if (&part == &cell || &part == slip.partner || value_of(part) == Decimal()) continue;
        finding.also(part.span,
                     typename M::term{.label = label(identity, part), .value = value_of(part)});
    }
    for (std::size_t i = 1; i < slip.broken.size(); ++i) {
        const gouji_identity& other = *slip.broken[i];
        const Spelled also = spell(document, other);
        finding.also(result_of(document, other).span,
                     typename M::other{.parts = also.parts, .stated = also.stated});
    }
    if (slip.expected && slip.certain && slip.partner == nullptr) {
        finding.fix(Safety::unsafe, typename M::write{.expected = *slip.expected})
            .replace(cell.span, slip.expected->text());
    }
}

/// Reports the slips that belong to one rule. `M` are the messages of its page.
template <class M>
void report_slips(Document document, Sink sink, std::string_view rule) {
    for (const Slip& slip : diagnose(document)) {
        if (view(slip.broken.front()->id) == rule) report_slip<M>(document, sink, slip);
    }
}

}  // namespace arithmetic
