#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// Two statistics periods that differ; the same one told twice is a note.
class PeriodConflict {
public:
    explicit PeriodConflict(Options) {}

    void check(Document document, Report report) const {
        const auto dates = document.dates();
        const auto periods = document.periods();
        for (std::size_t i = 1; i < periods.size(); ++i) {
            const bool same =
                dates::order(dates[periods[i].from]) == dates::order(dates[periods[0].from]) &&
                dates::order(dates[periods[i].to]) == dates::order(dates[periods[0].to]);
            report.at(periods[i].span, same ? "twice" : "conflict")
                .with("found", dates::packed(document.text(periods[i].span)))
                .with("first", dates::packed(document.text(periods[0].span)))
                .also(periods[0].span, "first")
                .with("first", dates::packed(document.text(periods[0].span)));
        }
    }
};

}  // namespace

GOUJI_RULE(period_conflict, PeriodConflict);
