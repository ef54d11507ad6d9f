#pragma once

#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>

#include "enumeration/enumeration.hpp"

namespace gouji::arithmetic {

/// “80 余”: a number as the message shows it, in the total's unit.
[[nodiscard]] inline std::string spelled(Decimal value, bool rounded) {
    return value.text() + (rounded ? "余" : "");
}

/// “12+9+5”: the parts as the message shows them, in the total's unit.
[[nodiscard]] inline std::string spelled(const Enumeration& list, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        const Figure& part = *list.parts[i].figure;
        if (!out.empty()) out += '+';
        out += spelled(value_in(part, *list.total), part.spare > 0);
    }
    return out;
}

/// A sum that does not make its total, and the parts as places. `Said` is the message of the rule's
/// page for it, `PartSaid` the one for a part.
template <class Said, class PartSaid>
void report_sum(sdk::Sink sink, const Enumeration& list, const Judgement& judgement) {
    const gouji_quantity& total = *list.total->quantity;
    const std::string_view unit = sdk::view(total.unit);
    const bool rounded = std::any_of(list.parts.begin(), list.parts.end(),
                                     [](const Part& part) { return part.figure->spare > 0; });
    sdk::Finding finding =
        sink.report(total.span, Said{.parts = spelled(list, judgement.count),
                                     .sum = spelled(judgement.sum, rounded),
                                     .total = spelled(Decimal(total.value), list.total->spare > 0),
                                     .unit = unit});
    for (std::size_t i = 0; i < judgement.count; ++i) {
        const Figure& part = *list.parts[i].figure;
        finding.also(
            part.quantity->span,
            PartSaid{.part = spelled(value_in(part, *list.total), part.spare > 0), .unit = unit});
    }
}

}  // namespace gouji::arithmetic
