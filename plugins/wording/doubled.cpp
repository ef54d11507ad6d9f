#include <gouji/sdk.hpp>

#include "doubled.page.hpp"
#include "doubled_scan.hpp"
#include "pair_scan.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::doubled;

/// Characters and words typed twice.
class Doubled {
public:
    explicit Doubled(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Doubling> doublings;
        for (const PairHit& hit : scan_pairs(doubled_pairs, text, document)) {
            doublings.push_back(
                {hit.at, hit.size, doubled_pairs.text(hit.pair->right), Doubling::listed});
        }
        for (Doubling& doubling : find_doublings(document, text))
            doublings.push_back(std::move(doubling));
        std::ranges::sort(doublings, [](const Doubling& a, const Doubling& b) {
            return a.at != b.at ? a.at < b.at : a.size > b.size;
        });
        std::size_t end = 0;
        for (const Doubling& doubling : doublings) {
            if (doubling.at < end) continue;  // told already
            end = doubling.at + doubling.size;
            tell(sink, prose.source(doubling.at, doubling.size),
                 text.substr(doubling.at, doubling.size), doubling);
        }
    }

private:
    static void tell(const Sink& sink, Span where, std::string_view found,
                     const Doubling& doubling) {
        if (doubling.kind == Doubling::adverb) {
            sink.report(where, message::adverb{.found = found, .word = doubling.once});
            return;
        }
        sink.report(where, message::twice{.found = found, .once = doubling.once})
            .fix(doubling.kind == Doubling::listed ? Safety::safe : Safety::unsafe,
                 message::once{.once = doubling.once})
            .replace(where, doubling.once);
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(doubled, gouji::wording::Doubled);
