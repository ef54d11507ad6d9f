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

/// What all rules on sums report: the total, its parts and their sum, the parts as places.
inline void report_sum(sdk::Report report, const Enumeration& list, gouji_span where,
                       const Judgement& judgement, const char* message) {
    const gouji_quantity& total = *list.total->quantity;
    sdk::Finding finding = report.at(where, message);
    finding.with("total", Decimal(total.value)).with("unit", sdk::view(total.unit));
    if (judgement.part != nullptr) {
        finding.with("part", value_in(*judgement.part, *list.total));
        finding.also(total.span, "total")
            .with("total", Decimal(total.value))
            .with("unit", sdk::view(total.unit));
        return;
    }
    finding.with("sum", judgement.sum).with("parts", spelled(list, judgement.count));
    for (std::size_t i = 0; i < judgement.count; ++i) {
        const Figure& part = *list.parts[i].figure;
        finding.also(part.quantity->span, "part")
            .with("part", value_in(part, *list.total))
            .with("unit", sdk::view(total.unit));
    }
}

}  // namespace gouji::arithmetic
