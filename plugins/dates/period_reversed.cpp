#include "context.hpp"
#include "period_reversed.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::period_reversed;

/// A statistics period that ends before it starts or runs over the turn of the year.
class PeriodReversed {
public:
    explicit PeriodReversed(Options) {}

    void check(Document document, Sink sink) const {
        const auto dates = document.dates();
        for (const gouji_period& period : document.periods()) {
            const gouji_date& from = dates[period.from];
            const gouji_date& to = dates[period.to];
            if (from.year == 0 || to.year == 0) continue;
            const bool reversed = dates::order(from) > dates::order(to);
            if (!reversed && from.year == to.year) continue;
            Finding finding =
                reversed
                    ? sink.report(
                          period.span,
                          message::reversed{.found = dates::packed(document.text(period.span))})
                    : sink.report(
                          period.span,
                          message::long_{.found = dates::packed(document.text(period.span))});
        }
    }
};

}  // namespace

GOUJI_RULE(period_reversed, PeriodReversed);
