#include "context.hpp"
#include "vague_cutoff.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::vague_cutoff;

/// “截至目前”: until when, the reader cannot tell.
class VagueCutoff {
public:
    explicit VagueCutoff(Options) {}

    void check(Document document, Sink sink) const {
        const std::vector<Hit> hits = without_overlaps(document.hits(list::cutoff));
        if (hits.empty()) return;
        const Prose prose = document.prose();
        const Hit& first = hits.front();
        Finding finding =
            sink.report(prose.source(first.span),
                        message::vague{.count = hits.size(), .words = prose.text(first.span)});
        for (const Hit& hit : std::span(hits).subspan(1))
            finding.also(prose.source(hit.span), message::here{.words = prose.text(hit.span)});
    }
};

}  // namespace

GOUJI_RULE(vague_cutoff, VagueCutoff);
