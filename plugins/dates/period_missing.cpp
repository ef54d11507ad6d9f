#include "context.hpp"
#include "period_missing.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::period_missing;

/// No statistics period anywhere.
class PeriodMissing {
public:
    explicit PeriodMissing(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (facts.report != GOUJI_REPORT_ANNUAL || !document.periods().empty()) return;
        const auto chapters = document.chapters();
        const Span where = !chapters.empty() ? chapters.front().heading : facts.title_span;
        const Finding finding = sink.report(where, message::missing{});
    }
};

}  // namespace

GOUJI_RULE(period_missing, PeriodMissing);
