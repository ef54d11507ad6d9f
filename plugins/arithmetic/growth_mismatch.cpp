#include <gouji/sdk.hpp>

#include <optional>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "enumeration/sentence.hpp"
#include "growth_mismatch.page.hpp"
#include "percentage.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::growth_mismatch;
using namespace gouji::arithmetic;
using namespace std::string_view_literals;

/// “22 件，比上年（31 件）下降 39%”: both years' figures stand in the sentence and the change is
/// another. Rates change by percentage points: “98.5%，较上年（96.2%）提高 2.3 个百分点”.
class GrowthMismatch {
    static constexpr std::size_t furthest = 12;  // figures between a figure and its change

public:
    explicit GrowthMismatch(Options) {}

    void check(Document document, Sink sink) const {
        const int year = document.facts().year;
        each_sentence(model(document), [&](const Sentence& sentence) {
            if (sentence.size() < 3) return;
            for (std::size_t i = 1; i < sentence.size(); ++i) check_change(sink, sentence, i, year);
        });
    }

private:
    enum class Kind : std::uint8_t { difference, rate, points };

    static bool is_rate(const Figure& figure) { return unit(figure) == "%"sv; }
    static std::string_view unit(const Figure& figure) { return view(figure.quantity->unit); }
    static bool exact(const Figure& figure) {
        return figure.quantity->exactness == GOUJI_EXACTNESS_EXACT;
    }
    static Decimal negated(Decimal value) { return {-value.coefficient, value.exponent}; }

    /// 1 for growth, -1 for decline; nothing for “增加到 389 条”, which is the new figure.
    static std::optional<int> direction(std::string_view words) {
        for (const std::string_view verb :
             {"增加"sv, "增长"sv, "上升"sv, "提高"sv, "提升"sv, "增"sv, "升"sv, "下降"sv, "减少"sv,
              "降低"sv, "降"sv, "减"sv}) {
            for (const std::string_view to : {"到"sv, "至"sv}) {
                const std::size_t at = words.find(verb);
                if (at != std::string_view::npos && words.substr(at + verb.size()).starts_with(to))
                    return std::nullopt;
            }
        }
        if (prose::has_any(words, {"增长"sv, "增加"sv, "上升"sv, "提高"sv, "提升"sv, "增幅"sv,
                                   "上涨"sv, "增"sv}))
            return 1;
        if (prose::has_any(words, {"下降"sv, "减少"sv, "降低"sv, "降幅"sv, "下滑"sv, "减"sv}))
            return -1;
        return std::nullopt;
    }

    static void check_change(Sink sink, const Sentence& sentence, std::size_t i, int year) {
        const Figure& change = sentence[i];
        if (!exact(change)) return;
        const Kind kind = is_rate(change)                ? Kind::rate
                          : unit(change) == "个百分点"sv ? Kind::points
                                                         : Kind::difference;
        const std::string_view words = sentence.before(i);
        if (prose::has_any(words, {"；"sv, "分别"sv, "平均"sv, "年均"sv})) return;
        // “公开 70 条的栏目增长 12%”: something else has grown.
        if (words.starts_with("的"sv)) return;
        // “比上年的 350 条多 49 条”: the words of comparison stand in front of the earlier figure.
        const bool more = words == "多"sv || words == "增加"sv || words == "多了"sv;
        const bool less = words == "少"sv || words == "减少"sv || words == "少了"sv;
        const std::optional<int> sign = more ? 1 : less ? -1 : direction(words);
        const bool told = compared(words) || (earlier(sentence.before(i - 1), year) &&
                                              compared(sentence.before(i - 1)));
        if (!sign || (kind != Kind::rate && !told)) return;
        if (kind == Kind::rate && check_rate_of_difference(sink, sentence, i, *sign, year)) return;
        std::vector<const Figure*> now;
        const Figure* then = nullptr;
        if (!find_years(sentence, i, kind, year, now, then)) return;
        // A difference is easily one of parts that the sentence divides.
        if (now.empty() || (kind != Kind::rate && now.size() > 1)) return;
        if (kind == Kind::difference && !same_measure(change, *then)) return;
        compare(sink, change, kind, *sign, now, *then);
    }

    /// Figures of this year in front of the change, and the one of the year before it. False when
    /// the sentence leaves open which they are.
    static bool find_years(const Sentence& sentence, std::size_t i, Kind kind, int year,
                           std::vector<const Figure*>& now, const Figure*& then) {
        std::size_t earlier_ones = 0;
        bool compared_already = false;
        for (std::size_t k = first_of_thought(sentence, i); k < i; ++k) {
            const Figure& figure = sentence[k];
            // The earlier figure belonged to the change before; what comes next is another thing's.
            if (figure.role == Role::change) compared_already = then != nullptr;
            if (compared_already && figure.role != Role::change && !is_rate(figure)) return false;
            if (is_rate(figure) != (kind == Kind::points) || unit(figure) == "个百分点"sv) continue;
            if (!exact(figure)) return false;
            if (earlier(sentence.before(k), year)) {
                then = &figure;
                ++earlier_ones;
            } else if (figure.role != Role::change) {
                now.push_back(&figure);
            }
        }
        if (const Figure* following = earlier_after(sentence, i, year, kind)) {
            then = following;
            ++earlier_ones;
        }
        if (earlier_ones != 1 || Decimal(then->quantity->value) == Decimal(0)) return false;
        std::erase_if(now, [&](const Figure* figure) { return !same_measure(*figure, *then); });
        return true;
    }

    static void compare(Sink sink, const Figure& change, Kind kind, int sign,
                        const std::vector<const Figure*>& now, const Figure& then) {
        const Decimal before(then.quantity->value);
        Decimal said =
            kind == Kind::difference ? value_in(change, then) : Decimal(change.quantity->value);
        if (sign < 0) said = negated(said);
        // Cut off or rounded: either way within one unit of the last digit.
        const Decimal slack = last_digit(said);
        for (const Figure* figure : now) {
            const Decimal value = value_in(*figure, then);
            const Decimal difference = value - before;
            // Each figure that was rounded itself (12.6 万) moves the change.
            const Decimal blur = grain(before) + grain(before) + grain(value);
            if (kind == Kind::rate
                    ? may_be_share(said, difference, before, slack + share(blur, before))
                    : absolute(said - difference) <= blur + (said.exponent < 0 ? slack : 0))
                return;
        }
        const Figure& nearest = *now.back();
        const Decimal after = value_in(nearest, then);
        const Decimal right = kind == Kind::rate ? share(after - before, before) : after - before;
        const Span where = change.quantity->span;
        Finding finding =
            kind == Kind::rate ? sink.report(where, message::change{.now = after,
                                                                    .right = right,
                                                                    .said = said,
                                                                    .then = before,
                                                                    .unit = unit(then)})
            : kind == Kind::points
                ? sink.report(
                      where,
                      message::points{.now = after, .right = right, .said = said, .then = before})
                : sink.report(where, message::difference{.now = after,
                                                         .right = right,
                                                         .said = said,
                                                         .then = before,
                                                         .unit = unit(then)});
        finding.also(nearest.quantity->span,
                     message::now{.now = Decimal(nearest.quantity->value), .unit = unit(nearest)});
        finding.also(then.quantity->span, message::then{.then = before, .unit = unit(then)});
    }

    /// “与2019年的28件相比，减少14件，降幅为50%”: the rate goes with the figure and the difference
    /// in front of it. Returns whether the sentence is of this kind.
    static bool check_rate_of_difference(Sink sink, const Sentence& sentence, std::size_t i,
                                         int sign, int year) {
        if (i < 2 || sentence.before(i).find("幅"sv) == std::string_view::npos) return false;
        const Figure& difference = sentence[i - 1];
        const Figure& then = sentence[i - 2];
        const std::string_view between = sentence.before(i - 1);
        const bool told = direction(between) == sign && same_measure(difference, then) &&
                          !is_rate(then) && between.find("比"sv) != std::string_view::npos;
        if (!told || !earlier(sentence.before(i - 2), year) || !exact(difference) || !exact(then) ||
            Decimal(then.quantity->value) == Decimal(0))
            return false;
        const Figure& rate = sentence[i];
        Decimal change = value_in(difference, then);
        Decimal said(rate.quantity->value);
        if (sign < 0) {
            change = negated(change);
            said = negated(said);
        }
        const Decimal before(then.quantity->value);
        const Decimal reach = last_digit(said) + share(grain(before) + grain(change), before);
        if (may_be_share(said, change, before, reach)) return true;
        sink.report(rate.quantity->span, message::change{.now = before + change,
                                                         .right = share(change, before),
                                                         .said = said,
                                                         .then = before,
                                                         .unit = unit(then)})
            .also(difference.quantity->span,
                  message::now{.now = before + change, .unit = unit(then)})
            .also(then.quantity->span, message::then{.then = before, .unit = unit(then)});
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

    /// The earlier year's figure right after the change: “下降 11%（2022 年为 350 条）”.
    static const Figure* earlier_after(const Sentence& sentence, std::size_t i, int year,
                                       Kind kind) {
        if (i + 1 >= sentence.size()) return nullptr;
        const Figure& next = sentence[i + 1];
        const std::string_view words = sentence.before(i + 1);
        const bool near =
            next.quantity->depth > sentence[i].quantity->depth || words.starts_with("，"sv);
        const bool plain = !prose::has_any(words, {"；"sv, "其中"sv, "公开"sv, "申请"sv});
        return near && plain && exact(next) && is_rate(next) == (kind == Kind::points) &&
                       next.role != Role::change && earlier(words, year)
                   ? &next
                   : nullptr;
    }

    /// The first figure after the last semicolon: what stands before it is another comparison.
    static std::size_t first_of_thought(const Sentence& sentence, std::size_t i) {
        const std::size_t floor = i > furthest ? i - furthest : 0;
        for (std::size_t k = i; k-- > floor;) {
            if (sentence[k + 1].mark >= Mark::semicolon) return k + 1;
        }
        return floor;
    }

    /// Whether the words say that the figure after them is the year before's. Only the words
    /// nearest to the figure count: “比上年增长” in front of another figure is not meant.
    static bool earlier(std::string_view words, int year) {
        if (prose::has_any(words,
                           {"增长"sv, "增加"sv, "下降"sv, "减少"sv, "结转"sv, "上升"sv, "提高"sv}))
            return false;
        if (prose::has_any(words, {"去年"sv, "上年"sv, "上一年"sv, "前年"sv})) return true;
        return year != 0 && words.find(std::to_string(year - 1) + "年") != std::string_view::npos;
    }
};

}  // namespace

GOUJI_RULE(growth_mismatch, GrowthMismatch);
