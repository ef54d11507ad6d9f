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

/// Calls `tell(claim, readings)` for each claim that `wanted` takes and no reading makes true.
/// A figure for the whole region is left alone when another one agrees with the form.
template <class Wanted, class Read, class Tell>
void each_contradiction(std::span<const Claim> claims, Wanted wanted, Read readings, Tell tell) {
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
        tell(claim, possible);
    }
}

/// Which figure was taken for what, and the cell: messages of the rule's page. `Said` may leave out
/// the row or, where the text denies, the figure.
template <class Said, class Cell>
void report_claim(sdk::Sink sink, const Claim& claim, const Figure& figure) {
    const std::string_view row = sdk::view(figure.cell->row_label);
    sdk::Finding finding = [&] {
        constexpr bool names_row = requires(Said said) { said.row; };
        constexpr bool tells_value = requires(Said said) { said.said; };
        if constexpr (names_row && tells_value) {
            return sink.report(claim.where,
                               Said{.row = row, .said = claim.value, .table = figure.value});
        } else if constexpr (names_row) {
            return sink.report(claim.where, Said{.row = row, .table = figure.value});
        } else {
            return sink.report(claim.where, Said{.said = claim.value, .table = figure.value});
        }
    }();
    if (figure.cell->span.end > figure.cell->span.begin) {
        finding.also(figure.cell->span, Cell{.row = row, .table = Decimal(figure.cell->value)});
    }
}

/// The same, where a claim of none has a message of its own.
template <class Denied, class Said, class Cell>
void report_claim(sdk::Sink sink, const Claim& claim, const Figure& figure) {
    if (claim.said_none) {
        report_claim<Denied, Cell>(sink, claim, figure);
    } else {
        report_claim<Said, Cell>(sink, claim, figure);
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
