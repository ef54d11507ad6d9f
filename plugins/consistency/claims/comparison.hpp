#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "../form.hpp"
#include "claims.hpp"

namespace gouji::consistency {

/// The figures of the forms that make a claim true; the first is the one to show when none does.
/// Empty: the form cannot say.
using Readings = std::vector<Figure>;

[[nodiscard]] inline bool agrees(const Claim& claim, const Readings& readings) {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Figure& figure) { return figure.value == claim.value; });
}

/// Calls `report(claim, readings)` for each claim that `wanted` takes and no reading makes true.
/// A figure for the whole region is left alone when another one agrees with the form.
template <class Wanted, class Read, class Report>
void each_contradiction(std::span<const Claim> claims, Wanted wanted, Read readings,
                        Report report) {
    const auto holds = [&](const Claim& claim) {
        const Readings possible = readings(claim);
        return possible.empty() || agrees(claim, possible);
    };
    for (const Claim& claim : claims) {
        if (!wanted(claim)) continue;
        const Readings possible = readings(claim);
        if (possible.empty() || agrees(claim, possible)) continue;
        const auto explains = [&](const Claim& other) {
            return &other != &claim && other.topic == claim.topic && wanted(other) &&
                   (claim.regional || (other.regional && other.sentence == claim.sentence)) &&
                   holds(other);
        };
        if (std::any_of(claims.begin(), claims.end(), explains)) {
            continue;
        }
        report(claim, possible);
    }
}

/// The message that all these rules share: which figure was taken for what, and the cell.
inline void report_claim(sdk::Report report, const Claim& claim, const Figure& figure,
                         const char* message) {
    sdk::Finding finding = report.at(claim.where, message);
    finding.with("said", claim.value)
        .with("table", figure.value)
        .with("row", sdk::view(figure.cell->row_label));
    if (figure.cell->span.end > figure.cell->span.begin) {
        finding.also(figure.cell->span, "cell")
            .with("row", sdk::view(figure.cell->row_label))
            .with("table", Decimal(figure.cell->value));
    }
}

/// A sum of figures, shown by the cell of the first.
[[nodiscard]] inline std::optional<Figure> sum(
    std::initializer_list<std::optional<Figure>> figures) {
    Figure out;
    for (const auto& figure : figures) {
        if (!figure) return std::nullopt;
        out.value = out.value + figure->value;
        if (out.cell == nullptr) out.cell = figure->cell;
    }
    return out;
}

[[nodiscard]] inline Readings readings_of(std::initializer_list<std::optional<Figure>> figures) {
    Readings out;
    for (const auto& figure : figures) {
        if (figure) out.push_back(*figure);
    }
    return out;
}

}  // namespace gouji::consistency
