#pragma once

#include <gouji/sdk.hpp>

#include "pair_scan.hpp"

namespace gouji::wording {

/// A list of forms and what stands for them, each hit with its replacement. The list outlives it.
class PairRule {
public:
    explicit PairRule(const PairList& pairs) : pairs_(pairs) {}

    void check(sdk::Document document, sdk::Report report) const {
        const sdk::Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(pairs_, text, document)) {
            const std::string_view right = pairs_.text(hit.pair->right);
            const sdk::Span where = prose.source(hit.at, hit.size);
            report.at(where, "form")
                .with("found", text.substr(hit.at, hit.size))
                .with("right", right)
                .fix(sdk::Safety::unsafe, "replace")
                .with("right", right)
                .replace(where, right);
        }
    }

private:
    const PairList& pairs_;
};

}  // namespace gouji::wording
