#include <gouji/sdk.hpp>

#include "pair_scan.hpp"
#include "term.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::term;

/// Words that this genre calls otherwise: 政协代表, 转结.
class Term {
public:
    explicit Term(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(term_pairs, text, document)) {
            const Span where = prose.source(hit.at, hit.size);
            const std::string_view right = term_pairs.text(hit.pair->right);
            Finding finding =
                hit.pair->tag.size == 0
                    ? sink.report(where, message::wrong{.found = text.substr(hit.at, hit.size),
                                                        .right = right})
                    : sink.report(where, message::loose{.found = text.substr(hit.at, hit.size),
                                                        .right = right});
            if (right.find('/') != std::string_view::npos) continue;  // the writer has to choose
            finding.fix(Safety::unsafe, message::replace{.right = right}).replace(where, right);
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(term, gouji::wording::Term);
