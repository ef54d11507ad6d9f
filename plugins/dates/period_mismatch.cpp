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
        cutoffs(document, sink);
    }

private:
    /// “数据统计截止日期为2023年12月30日”: the report's own data without a beginning.
    static void cutoffs(Document document, Sink sink) {
        const std::int32_t year = document.facts().year;
        if (year == 0) return;
        for (const gouji_date& date : document.dates()) {
            if (date.month == 0 || date.quoted != 0) continue;
            constexpr std::uint32_t reach = 120;  // bytes
            const std::uint32_t from = date.span.begin < reach ? 0 : date.span.begin - reach;
            const std::string before = dates::packed(document.text(Span{from, date.span.begin}));
            if (!led(before) || (date.year == year && is(date, 12, 31)) ||
                in_period(document, date))
                continue;
            sink.report(date.span, message::cutoff{.found = dates::packed(document.text(date.span)),
                                                   .year = year});
        }
    }
    /// “统计截止日期为”, “统计数据截至”, in a clause of its own.
    static bool led(std::string_view before) {
        for (const std::string_view word : {"截止日期为", "截止日期是", "截止时间为", "截止时间是",
                                            "截止日为", "截至", "截止", "截止到", "截至到"}) {
            if (!before.ends_with(word)) continue;
            before.remove_suffix(word.size());
            const std::size_t comma = before.rfind("，");
            if (comma != std::string_view::npos) before.remove_prefix(comma + 3);
            return before.ends_with("统计") || before.ends_with("统计数据") ||
                   before.ends_with("数据统计") || before.ends_with("统计期限") ||
                   before.ends_with("所列数据");
        }
        return false;
    }
    static bool in_period(Document document, const gouji_date& date) {
        for (const gouji_period& period : document.periods()) {
            if (contains(period.span, date.span)) return true;
        }
        return false;
    }
    /// The date is that day, as far as it says.
    static bool is(const gouji_date& date, std::uint32_t month, std::uint32_t day) {
        return (date.month == 0 || date.month == month) && (date.day == 0 || date.day == day);
    }
};

}  // namespace

GOUJI_RULE(period_mismatch, PeriodMismatch);
