#include "gouji/pack/kind.hpp"
#include "gouji/scan/date_scan.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

/// [deadline] month, day, labels: the date is no later than that day of the year after the
/// report's. It is the signature's or, where labels are given, the first that stands after one of
/// them, wherever in the file. A report without such a date is not checked.
class DeadlineChecker final : public Checker {
public:
    DeadlineChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          month_(in.integer("month", std::nullopt)),
          day_(in.integer("day", std::nullopt)),
          labels_(in.texts("labels")) {
        if (month_ < 1 || month_ > 12) in.wrong("month", "月份应为 1 至 12", "month is 1 to 12");
        static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (in.has("day") && month_ >= 1 && month_ <= 12 && (day_ < 1 || day_ > days[month_ - 1]))
            in.wrong("day", "这个月没有这一天", "the month has no such day");
        for (const std::string& label : labels_) {
            if (label.empty()) in.wrong("labels", "名称不能为空", "a label is empty");
        }
        page.says("late", {"date", "year", "month", "day"});
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        if (!scope_.covers(checked) || model.summary.year == 0) return;
        const std::int32_t due_year = model.summary.year + 1;
        const auto date = labels_.empty() ? signature(model) : labelled(document);
        if (!date || date->month == 0 || date->day == 0 || date->year < due_year) return;
        // Another year in the signature is a slip, which is checked elsewhere.
        if (labels_.empty() && date->year != due_year) return;
        if (date->year == due_year &&
            (date->month < month_ || (date->month == month_ && date->day <= day_)))
            return;
        sink.open(date->span, "late");
        sink.argument("date", document.at(date->span));
        sink.argument("year", std::to_string(due_year));
        sink.argument("month", std::to_string(month_));
        sink.argument("day", std::to_string(day_));
        sink.close();
    }

private:
    struct Date {
        std::int32_t year;
        std::int64_t month;
        std::int64_t day;
        Span span;
    };

    static std::optional<Date> signature(const SemanticModel& model) {
        if (model.summary.signed_date >= model.dates.size()) return std::nullopt;
        const gouji_date& date = model.dates[model.summary.signed_date];
        return Date{date.year, date.month, date.day, date.span};
    }

    [[nodiscard]] std::optional<Date> labelled(const Document& document) const {
        const std::string_view text = document.view();
        for (const std::string& label : labels_) {
            for (std::size_t at = text.find(label); at != std::string_view::npos;
                 at = text.find(label, at + label.size())) {
                std::size_t begin = at + label.size();
                for (Char c = char_at(text, begin);
                     c.code == ':' || c.code == 0xFF1A || is_blank(c.code) || is_line_end(c.code);
                     c = char_at(text, begin)) {
                    begin += c.size;
                }
                const PrintedDate date = date_at(text, static_cast<std::uint32_t>(begin));
                if (date.end != 0 && date.year != 0)
                    return Date{date.year, date.month, date.day, span_of(begin, date.end)};
            }
        }
        return std::nullopt;
    }

    Scope scope_;
    std::int64_t month_;
    std::int64_t day_;
    std::vector<std::string> labels_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<DeadlineChecker>(in, page);
}

}  // namespace

const Kind deadline_kind{"deadline", make};

}  // namespace gouji
