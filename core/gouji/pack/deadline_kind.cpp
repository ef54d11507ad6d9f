#include "gouji/pack/kind.hpp"

namespace gouji {
namespace {

/// [deadline] month, day: the signature's date is no later than that day of the year after the
/// report's. A report without a signed date is not resolved.
class DeadlineChecker final : public Checker {
public:
    DeadlineChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page.editions())),
          month_(in.integer("month", std::nullopt)),
          day_(in.integer("day", std::nullopt)) {
        if (month_ < 1 || month_ > 12) in.wrong("month", "月份应为 1 至 12", "month is 1 to 12");
        static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (in.has("day") && month_ >= 1 && month_ <= 12 && (day_ < 1 || day_ > days[month_ - 1]))
            in.wrong("day", "这个月没有这一天", "the month has no such day");
        page.says("late", {"date", "year", "month", "day"});
    }

    void check(const Document& document, const SemanticModel& model, const TermHits&,
               Sink& sink) const override {
        if (!scope_.covers(model) || model.summary.year == 0 ||
            model.summary.signed_date >= model.dates.size())
            return;
        const gouji_date& signed_on = model.dates[model.summary.signed_date];
        if (signed_on.month == 0 || signed_on.day == 0 || signed_on.year != model.summary.year + 1)
            return;
        if (signed_on.month < month_ || (signed_on.month == month_ && signed_on.day <= day_))
            return;
        sink.open(signed_on.span, "late");
        sink.argument("date", document.at(signed_on.span));
        sink.argument("year", std::to_string(model.summary.year + 1));
        sink.argument("month", std::to_string(month_));
        sink.argument("day", std::to_string(day_));
        sink.close();
    }

private:
    Scope scope_;
    std::int64_t month_;
    std::int64_t day_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<DeadlineChecker>(in, page);
}

}  // namespace

const Kind deadline_kind{"deadline", make};

}  // namespace gouji
