#include <gouji/sdk.hpp>

#include "@stem@.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::@stem@;

/// Words that were meant to be replaced before the report went out.
class @Class@ {
public:
    explicit @Class@(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        for (const Hit& hit : without_overlaps(document.hits(list::words)))
            sink.report(prose.source(hit.span), message::found{.word = prose.text(hit.span)});
    }
};

}  // namespace

GOUJI_RULE(@stem@, @Class@);
