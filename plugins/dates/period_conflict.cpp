#include "context.hpp"
#include "period_conflict.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::period_conflict;

/// Two statistics periods that differ; the same one told twice is a note.
class PeriodConflict {
public:
    explicit PeriodConflict(Options) {}

    void check(Document document, Sink sink) const {
        const auto dates = document.dates();
        const auto periods = document.periods();
        for (std::size_t i = 1; i < periods.size(); ++i) {
            const bool same =
                dates::order(dates[periods[i].from]) == dates::order(dates[periods[0].from]) &&
                dates::order(dates[periods[i].to]) == dates::order(dates[periods[0].to]);
            (same ? sink.report(
                        periods[i].span,
                        message::twice{.found = dates::packed(document.text(periods[i].span))})
                  : sink.report(
                        periods[i].span,
                        message::conflict{.first = dates::packed(document.text(periods[0].span)),
                                          .found = dates::packed(document.text(periods[i].span))}))
                .also(periods[0].span,
                      message::first{.first = dates::packed(document.text(periods[0].span))});
        }
    }
};

}  // namespace

GOUJI_RULE(period_conflict, PeriodConflict);
