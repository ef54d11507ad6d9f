#include <gouji/sdk.hpp>

#include "../prose/line.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace std::string_view_literals;

/// A rate that no rate can be: over 100 %, or below 0.
class PercentRange {
public:
    explicit PercentRange(Options) {}

    void check(Document document, Report report) const {
        prose::each_line(document, [&](const prose::Line& line) {
            for (std::size_t i = 0; i < line.quantities.size(); ++i) {
                const gouji_quantity& quantity = line.quantities[i];
                if (view(quantity.unit) != "%"sv) continue;
                Decimal value(quantity.value);
                if (negative(line.before(i))) value = Decimal(-value.coefficient, value.exponent);
                if (value >= Decimal(0) && value <= Decimal(100)) continue;
                const std::string_view clause = prose::last_clause(line.before(i));
                if (!bounded(clause)) continue;
                report.at(quantity.span, "range").with("value", value).with("rate", rate(clause));
            }
        });
    }

private:
    /// A minus in front of the figure; behind a digit it is a range: 80-95%.
    static bool negative(std::string_view before) {
        for (const std::string_view minus : {"-"sv, "－"sv, "−"sv, "负"sv}) {
            if (!before.ends_with(minus)) continue;
            before.remove_suffix(minus.size());
            return is_han(char_before(before, before.size()).code);
        }
        return false;
    }

    /// A share or a rate of what was done to what was due. Growth has no bound, nor has the
    /// fulfilment of a plan.
    static bool bounded(std::string_view clause) {
        if (prose::has_any(clause, {"增长"sv,   "上升"sv,   "提高"sv,   "提升"sv,   "增加"sv,
                                    "下降"sv,   "减少"sv,   "增幅"sv,   "降幅"sv,   "增速"sv,
                                    "同比"sv,   "环比"sv,   "完成率"sv, "达成率"sv, "是去年"sv,
                                    "是上年"sv, "使用率"sv, "回报率"sv, "利用率"sv, "翻"sv,
                                    "超额"sv,   "完成"sv,   "任务"sv,   "计划"sv,   "目标"sv})) {
            return false;
        }
        return prose::has_any(
            clause, {"率"sv, "占"sv, "比例"sv, "比重"sv, "满意度"sv, "知晓度"sv, "覆盖面"sv});
    }

    /// The rate's name: the Han characters before the figure, at most eight.
    static std::string_view rate(std::string_view clause) {
        std::size_t end = clause.size();
        for (const std::string_view tail :
             {"达到了"sv, "达到"sv, "达"sv, "为"sv, "是"sv, "高达"sv}) {
            if (clause.substr(0, end).ends_with(tail)) end -= tail.size();
        }
        std::size_t begin = end;
        for (int count = 0; count < 8 && begin > 0; ++count) {
            const Char c = char_before(clause, begin);
            if (!is_han(c.code)) break;
            begin -= c.size;
        }
        return clause.substr(begin, end - begin);
    }
};

}  // namespace

GOUJI_RULE(percent_range, PercentRange);
