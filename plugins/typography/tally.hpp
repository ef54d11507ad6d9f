// One finding a file for what occurs many times: the first place, how often, and the others beside it.
#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::typography {

/// A stretch of the document and what should stand there.
struct Correction {
    sdk::Span where;
    std::string by;
};

/// Uses the messages `found` (with count and first), `place` and `mend` of the rule's page.
inline void tell(const sdk::Document& document, const sdk::Report& report, const std::vector<Correction>& places,
                 bool with_fix, sdk::Safety safety = sdk::Safety::safe) {
    constexpr std::size_t most_related = 20;
    if (places.empty()) return;
    sdk::Finding finding = report.at(places.front().where, "found");
    finding.with("count", places.size()).with("first", document.text(places.front().where));
    for (std::size_t i = 1; i < places.size() && i <= most_related; ++i) finding.also(places[i].where, "place");
    if (!with_fix) return;
    finding.fix(safety, "mend");
    for (const Correction& correction : places) finding.replace(correction.where, correction.by);
}

}  // namespace gouji::typography
