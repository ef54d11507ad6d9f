#pragma once

#include <gouji/sdk.hpp>

#include "pair_scan.hpp"

namespace gouji::wording {

/// `M` are the messages of the rule's page. A list of forms and what stands for them, each hit with
/// its replacement. The list outlives it.
template <class M>
class PairRule {
public:
    explicit PairRule(const PairList& pairs) : pairs_(pairs) {}

    void check(sdk::Document document, sdk::Sink sink) const {
        const sdk::Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(pairs_, text, document)) {
            const std::string_view right = pairs_.text(hit.pair->right);
            const sdk::Span where = prose.source(hit.at, hit.size);
            sink.report(where,
                        typename M::form{.found = text.substr(hit.at, hit.size), .right = right})
                .fix(sdk::Safety::unsafe, typename M::replace{.right = right})
                .replace(where, right);
        }
    }

private:
    const PairList& pairs_;
};

}  // namespace gouji::wording
