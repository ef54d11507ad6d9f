#include "context.hpp"
#include "period_mismatch.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::period_mismatch;

/// A statistics period of one year that is not the report's year.
class PeriodMismatch {
public:
    explicit PeriodMismatch(Options) {}

    void check(Document document, Sink sink) const {
        const std::int32_t year = document.facts().year;
        const auto dates = document.dates();
        for (const gouji_period& period : document.periods()) {
            const gouji_date& from = dates[period.from];
            const gouji_date& to = dates[period.to];
            if (from.year == 0 || from.year != to.year || dates::order(from) > dates::order(to))
                continue;
            const bool own_year = year == 0 || from.year == year;
            if (own_year && is(from, 1, 1) && is(to, 12, 31)) continue;
            Finding finding =
                own_year
                    ? sink.report(period.span,
                                  message::days{.found = dates::packed(document.text(period.span)),
                                                .year = year == 0 ? from.year : year})
                    : sink.report(period.span,
                                  message::year{.found = dates::packed(document.text(period.span)),
                                                .year = year == 0 ? from.year : year});
            if (year == 0 || from.month == 0 || to.month == 0) continue;
            const std::string wanted = std::to_string(year) + "年";
            finding.fix(Safety::unsafe, message::write{.year = year})
                .replace(from.span, wanted + (from.day == 0 ? "1月" : "1月1日"))
                .replace(to.span, (to.year_implied != 0 ? "" : wanted) +
                                      (to.day == 0 ? "12月" : "12月31日"));
        }
    }

private:
    /// The date is that day, as far as it says.
    static bool is(const gouji_date& date, std::uint32_t month, std::uint32_t day) {
        return (date.month == 0 || date.month == month) && (date.day == 0 || date.day == day);
    }
};

}  // namespace

GOUJI_RULE(period_mismatch, PeriodMismatch);
