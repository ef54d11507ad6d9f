#include <gouji/sdk.hpp>

#include <optional>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "percentage.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;
using namespace std::string_view_literals;

/// “22 件，比上年（31 件）下降 39%”: both years' figures stand in the sentence and the change is
/// another.
class GrowthMismatch {
    static constexpr std::size_t furthest = 12;  // quantities between a figure and its change

public:
    explicit GrowthMismatch(Options) {}

    void check(Document document, Report report) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.quantities.size() < 3 || !prose::has_any(line.text(), {"年"sv})) return;
            for (std::size_t i = 2; i < line.quantities.size(); ++i)
                check_change(document, report, line, i);
        });
    }

private:
    static std::optional<int> direction(std::string_view words) {
        if (prose::has_any(words,
                           {"增长"sv, "增加"sv, "上升"sv, "提高"sv, "增幅"sv, "上涨"sv, "增"sv}))
            return 1;
        if (prose::has_any(words, {"下降"sv, "减少"sv, "降低"sv, "降幅"sv, "下滑"sv, "减"sv}))
            return -1;
        return std::nullopt;
    }

    static void check_change(Document document, Report report, const prose::Line& line,
                             std::size_t i) {
        const gouji_quantity& percent = line.quantities[i];
        if (view(percent.unit) != "%"sv || percent.exactness != GOUJI_EXACT) return;
        std::string_view words = line.before(i);
        if (words.find("。"sv) != std::string_view::npos ||
            words.find("；"sv) != std::string_view::npos)
            return;
        auto sign = direction(words);
        // “增加 5 件，增长 20%”: the word may stand in front of the difference.
        if (!sign) return;
        const int year = document.facts().year;
        std::vector<const gouji_quantity*> now;
        std::vector<const gouji_quantity*> then;
        std::string_view unit;
        for (std::size_t k = first_of_thought(line, i); k < i; ++k) {
            const gouji_quantity& quantity = line.quantities[k];
            if (view(quantity.unit) == "%"sv) continue;
            if (quantity.exactness != GOUJI_EXACT) return;
            if (earlier(line.before(k), year)) {
                then.push_back(&quantity);
                unit = view(quantity.unit);
            } else if (!direction(line.before(k))) {
                now.push_back(&quantity);
            }
        }
        if (then.size() != 1 || Decimal(then[0]->value) == Decimal(0)) return;
        std::erase_if(now,
                      [&](const gouji_quantity* quantity) { return view(quantity->unit) != unit; });
        if (now.empty()) return;
        const Decimal before(then[0]->value);
        Decimal said(percent.value);
        if (*sign < 0) said = Decimal(-said.coefficient, said.exponent);
        // Cut off or rounded: either way within one unit of the last digit.
        const Decimal slack = last_digit(said);
        for (const gouji_quantity* quantity : now) {
            if (may_be_share(said, Decimal(quantity->value) - before, before, slack)) return;
        }
        const Decimal after(now.back()->value);
        const Decimal right = share(after - before, before);
        report.at(percent.span, "change")
            .with("now", after)
            .with("then", before)
            .with("unit", unit)
            .with("said", said)
            .with("right", right)
            .also(now.back()->span, "now")
            .with("now", after)
            .with("unit", unit)
            .also(then[0]->span, "then")
            .with("then", before)
            .with("unit", unit);
    }

    /// The first quantity behind the last semicolon: what stands before it is another comparison.
    static std::size_t first_of_thought(const prose::Line& line, std::size_t i) {
        const std::size_t floor = i > furthest ? i - furthest : 0;
        for (std::size_t k = i; k-- > floor;) {
            if (prose::has_any(line.before(k + 1), {"；"sv, "。"sv, ";"sv})) return k + 1;
        }
        return floor;
    }

    /// Whether the words say that the figure behind them is an earlier year's.
    static bool earlier(std::string_view words, int year) {
        // Only the words nearest to the figure: “比上年增长” in front of another figure is not
        // meant.
        if (prose::has_any(words, {"增长"sv, "增加"sv, "下降"sv, "减少"sv, "结转"sv, "上升"sv}))
            return false;
        if (prose::has_any(words, {"去年"sv, "上年"sv, "上一年"sv, "前年"sv})) return true;
        return year != 0 && words.find(std::to_string(year - 1) + "年") != std::string_view::npos;
    }
};

}  // namespace

GOUJI_RULE(growth_mismatch, GrowthMismatch);
