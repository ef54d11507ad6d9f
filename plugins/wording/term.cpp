#include <gouji/sdk.hpp>

#include "pair_scan.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// Words that this genre calls otherwise: 政协代表, 转结.
class Term {
public:
    explicit Term(Options) {}

    void check(Document document, Report report) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(term_pairs, text, document)) {
            const Span where = prose.source(hit.at, hit.size);
            const std::string_view right = term_pairs.text(hit.pair->right);
            Finding finding = report.at(where, hit.pair->tag.size == 0 ? "wrong" : "loose");
            finding.with("found", text.substr(hit.at, hit.size)).with("right", right);
            if (right.find('/') != std::string_view::npos) continue;  // the writer has to choose
            finding.fix(Safety::unsafe, "replace").with("right", right).replace(where, right);
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(term, gouji::wording::Term);
