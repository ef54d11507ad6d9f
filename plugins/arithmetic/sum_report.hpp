#pragma once

#include <gouji/sdk.hpp>

#include <string>

#include "enumeration.hpp"

namespace gouji::arithmetic {

/// “12+9+5”: the parts as the message shows them.
[[nodiscard]] inline std::string spelled(const Enumeration& list) {
    std::string out;
    for (const Part& part : list.parts) {
        if (!out.empty()) out += '+';
        out += Decimal(part.quantity->value).text();
    }
    return out;
}

/// What all rules on sums say: the total, its parts and their sum, the parts as places.
inline void report_sum(sdk::Report report, const Enumeration& list, gouji_span where,
                       const Judgement& judgement, const char* message) {
    sdk::Finding finding = report.at(where, message);
    finding.with("total", Decimal(list.total->value))
        .with("unit", sdk::view(list.total->unit))
        .with("sum", judgement.sum)
        .with("parts", spelled(list));
    if (judgement.part != nullptr) {
        finding.with("part", Decimal(judgement.part->value));
        finding.also(list.total->span, "total")
            .with("total", Decimal(list.total->value))
            .with("unit", sdk::view(list.total->unit));
        return;
    }
    for (const Part& part : list.parts) {
        finding.also(part.quantity->span, "part").with("part", Decimal(part.quantity->value));
    }
}

}  // namespace gouji::arithmetic
