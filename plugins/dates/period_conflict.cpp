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
            if (!of_report(document, periods[i])) continue;
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

private:
    /// The period of data or of the report, not that of a price or a plan.
    static bool of_report(Document document, const gouji_period& period) {
        constexpr std::uint32_t reach = 120;  // bytes
        const std::uint32_t from = period.span.begin < reach ? 0 : period.span.begin - reach;
        const std::string_view near = document.text(Span{from, period.span.begin});
        const std::size_t stop = near.rfind("。");
        const std::string_view clause =
            stop == std::string_view::npos ? near : near.substr(stop + 3);
        for (const std::string_view word : {"统计", "数据", "报告", "时限", "期限"}) {
            if (clause.find(word) != std::string_view::npos) return true;
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(period_conflict, PeriodConflict);
