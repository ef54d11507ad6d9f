#pragma once

#include <gouji/sdk.hpp>

#include <string>

#include "enumeration/enumeration.hpp"

namespace gouji::arithmetic {

/// “12+9+5”: the parts as the message shows them, in the total's unit.
[[nodiscard]] inline std::string spelled(const Enumeration& list, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (!out.empty()) out += '+';
        out += value_in(*list.parts[i].figure, *list.total).text();
    }
    return out;
}

/// A sum that does not make its total, and the parts as places. `Said` is the message of the rule's
/// page for it, `Part` the one for a part.
template <class Said, class Part>
void report_sum(sdk::Sink sink, const Enumeration& list, const Judgement& judgement) {
    const gouji_quantity& total = *list.total->quantity;
    const std::string_view unit = sdk::view(total.unit);
    sdk::Finding finding = sink.report(total.span, Said{.parts = spelled(list, judgement.count),
                                                        .sum = judgement.sum,
                                                        .total = Decimal(total.value),
                                                        .unit = unit});
    for (std::size_t i = 0; i < judgement.count; ++i) {
        const Figure& part = *list.parts[i].figure;
        finding.also(part.quantity->span, Part{.part = value_in(part, *list.total), .unit = unit});
    }
}

}  // namespace gouji::arithmetic
