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
            for (std::size_t i = 1; i < line.quantities.size(); ++i)
                check_change(document, report, line, i);
        });
    }

private:
    static std::optional<int> direction(std::string_view words) {
        // “增加到 389 条”: that is the new figure, not the difference.
        if (prose::has_any(words,
                           {"增加到"sv, "增长到"sv, "上升到"sv, "提高到"sv, "增加至"sv, "增长至"sv,
                            "上升至"sv, "提高至"sv, "增至"sv, "升至"sv, "下降到"sv, "减少到"sv,
                            "降低到"sv, "下降至"sv, "减少至"sv, "降低至"sv, "降至"sv, "减至"sv}))
            return std::nullopt;
        if (prose::has_any(words,
                           {"增长"sv, "增加"sv, "上升"sv, "提高"sv, "增幅"sv, "上涨"sv, "增"sv}))
            return 1;
        if (prose::has_any(words, {"下降"sv, "减少"sv, "降低"sv, "降幅"sv, "下滑"sv, "减"sv}))
            return -1;
        return std::nullopt;
    }

    static void check_change(Document document, Report report, const prose::Line& line,
                             std::size_t i) {
        const gouji_quantity& change = line.quantities[i];
        const bool percent = view(change.unit) == "%"sv;
        if (change.exactness != GOUJI_EXACT) return;
        const std::string_view words = line.before(i);
        if (prose::has_any(words, {"。"sv, "；"sv})) return;
        // “比上年的 350 条多 49 条”: the words of comparison stand in front of the earlier figure.
        const bool more = words == "多"sv || words == "增加"sv || words == "多了"sv;
        const bool less = words == "少"sv || words == "减少"sv || words == "少了"sv;
        const std::optional<int> sign = more ? 1 : less ? -1 : direction(words);
        const bool told = compared(words) || ((more || less) && compared(line.before(i - 1)));
        if (!sign || (!percent && !told)) return;
        const int year = document.facts().year;
        if (percent && check_rate(report, line, i, *sign, year)) return;
        std::vector<const gouji_quantity*> now;
        std::vector<const gouji_quantity*> then;
        for (std::size_t k = first_of_thought(line, i); k < i; ++k) {
            const gouji_quantity& quantity = line.quantities[k];
            if (view(quantity.unit) == "%"sv) continue;
            if (quantity.exactness != GOUJI_EXACT) return;
            if (earlier(line.before(k), year)) {
                then.push_back(&quantity);
            } else if (!direction(line.before(k))) {
                now.push_back(&quantity);
            }
        }
        if (const gouji_quantity* behind = earlier_behind(line, i, year)) then.push_back(behind);
        if (then.size() != 1 || Decimal(then[0]->value) == Decimal(0)) return;
        const std::string_view unit = view(then[0]->unit);
        if (!percent && view(change.unit) != unit) return;
        std::erase_if(now,
                      [&](const gouji_quantity* quantity) { return view(quantity->unit) != unit; });
        // A difference is easily one of parts that the sentence divides.
        if (now.empty() || (!percent && now.size() > 1)) return;
        const Decimal before(then[0]->value);
        Decimal said(change.value);
        if (*sign < 0) said = Decimal(-said.coefficient, said.exponent);
        // Cut off or rounded: either way within one unit of the last digit.
        const Decimal slack = last_digit(said);
        for (const gouji_quantity* quantity : now) {
            const Decimal difference = Decimal(quantity->value) - before;
            // Each figure that was rounded itself (12.6 万) moves the change.
            const Decimal blur = grain(before) + grain(before) + grain(Decimal(quantity->value));
            const Decimal reach = slack + share(blur, before);
            if (percent ? may_be_share(said, difference, before, reach)
                        : absolute(said - difference) <= blur)
                return;
        }
        const Decimal after(now.back()->value);
        const Decimal right = percent ? share(after - before, before) : after - before;
        report.at(change.span, percent ? "change" : "difference")
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

    /// “与2019年的28件相比，减少14件，降幅为50%”: the rate goes with the figure and the difference
    /// in front of it. Says whether the sentence is of this kind.
    static bool check_rate(Report report, const prose::Line& line, std::size_t i, int sign,
                           int year) {
        if (i < 2 || line.before(i).find("幅"sv) == std::string_view::npos) return false;
        const gouji_quantity& difference = line.quantities[i - 1];
        const gouji_quantity& then = line.quantities[i - 2];
        const std::string_view between = line.before(i - 1);
        const bool told = direction(between) == sign && view(difference.unit) == view(then.unit) &&
                          view(then.unit) != "%"sv &&
                          between.find("比"sv) != std::string_view::npos;
        if (!told || !earlier(line.before(i - 2), year) || difference.exactness != GOUJI_EXACT ||
            then.exactness != GOUJI_EXACT || Decimal(then.value) == Decimal(0))
            return false;
        Decimal change(difference.value);
        Decimal said(line.quantities[i].value);
        if (sign < 0) {
            change = Decimal(-change.coefficient, change.exponent);
            said = Decimal(-said.coefficient, said.exponent);
        }
        const Decimal before(then.value);
        const Decimal reach =
            last_digit(said) + share(grain(before) + grain(Decimal(difference.value)), before);
        if (may_be_share(said, change, before, reach)) return true;
        report.at(line.quantities[i].span, "change")
            .with("now", before + change)
            .with("then", before)
            .with("unit", view(then.unit))
            .with("said", said)
            .with("right", share(change, before))
            .also(difference.span, "now")
            .with("now", before + change)
            .with("unit", view(then.unit))
            .also(then.span, "then")
            .with("then", before)
            .with("unit", view(then.unit));
        return true;
    }

    /// One unit of the last printed digit of a rounded figure; 0 for a count that is exact.
    static Decimal grain(Decimal printed) {
        return printed.exponent == 0 ? Decimal(0) : Decimal(1, printed.exponent);
    }

    /// “较上年增加 49 条”: the difference is said to be one with the year before.
    static bool compared(std::string_view words) {
        return prose::has_any(words, {"较上"sv, "比上"sv, "较去年"sv, "比去年"sv, "同比"sv,
                                      "与上"sv, "与去年"sv, "较20"sv, "比20"sv});
    }

    /// The earlier year's figure right behind the change: “下降 11%（2022 年为 350 条）”.
    static const gouji_quantity* earlier_behind(const prose::Line& line, std::size_t i, int year) {
        if (i + 1 >= line.quantities.size()) return nullptr;
        const gouji_quantity& next = line.quantities[i + 1];
        const std::string_view words = line.before(i + 1);
        const bool near = next.depth > line.quantities[i].depth || words.starts_with("，"sv);
        const bool plain = !prose::has_any(words, {"；"sv, "。"sv, "其中"sv, "公开"sv, "申请"sv});
        return near && plain && next.exactness == GOUJI_EXACT && view(next.unit) != "%"sv &&
                       earlier(words, year)
                   ? &next
                   : nullptr;
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
