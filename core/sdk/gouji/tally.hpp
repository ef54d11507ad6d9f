// gouji/tally.hpp - one finding a file for what occurs many times: the first place, how often, and
// the others beside it.
#ifndef GOUJI_TALLY_HPP
#define GOUJI_TALLY_HPP

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::sdk {

/// A stretch of the document and what should stand there.
struct Correction {
    Span where;
    std::string by;
};

/// Uses the messages `found` (with count and first), `place` and `mend` of the rule's page.
inline void tell(const Document& document, const Report& report,
                 const std::vector<Correction>& places, bool with_fix,
                 Safety safety = Safety::safe) {
    constexpr std::size_t most_related = 20;
    if (places.empty()) return;
    Finding finding = report.at(places.front().where, "found");
    finding.with("count", places.size()).with("first", document.text(places.front().where));
    for (std::size_t i = 1; i < places.size() && i <= most_related; ++i)
        finding.also(places[i].where, "place");
    if (!with_fix) return;
    finding.fix(safety, "mend");
    for (const Correction& correction : places) finding.replace(correction.where, correction.by);
}

}  // namespace gouji::sdk

#endif  // GOUJI_TALLY_HPP
