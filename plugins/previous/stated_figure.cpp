#include <gouji/sdk.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "explanation.hpp"
#include "stated_figure.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::previous;
using gouji::prose::has_any;
using namespace gouji::page::stated_figure;
using namespace std::string_view_literals;

bool has(std::string_view words, std::string_view part) {
    return words.find(part) != std::string_view::npos;
}

/// Takes one of the words from the front, the longest that fits.
template <class Words>
bool take(std::string_view& from, const Words& words) {
    std::size_t longest = 0;
    for (const std::string_view word : words) {
        if (from.starts_with(word)) longest = std::max(longest, word.size());
    }
    from.remove_prefix(longest);
    return longest > 0;
}

/// How many requests were received: what prose says of last year, outright or by how much this
/// year's figure has changed, against last year's own form.
class StatedFigure {
public:
    explicit StatedFigure(Options options) : others_(options.words(list::others)) {}

    void check(Document document, Sink sink) const {
        const auto before = document.previous();
        const int year = document.facts().year;
        if (!before || year == 0) return;
        const Stocks now = stocks(document);
        const Stocks then = stocks(*before);
        if (!now.fresh || !then.fresh) return;
        const auto all = document.quantities();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].exactness != GOUJI_EXACTNESS_EXACT || !is_count(all[i])) continue;
            const std::string words = words_before(document, all, i);
            if (!counts_received(words)) continue;
            const Reading reading{document, sink, now, then, year};
            if (speaks_of_last_year(words, year)) {
                check_stated(reading, all[i]);
            } else {
                check_changes(reading, all, i);
            }
        }
    }

private:
    struct Stocks {
        const gouji_field* cell = nullptr;
        std::optional<Decimal> fresh;
        std::optional<Decimal> carried;
    };
    struct Reading {
        const Document& document;
        const Sink& sink;
        const Stocks& now;
        const Stocks& then;
        int year;
    };

    static Stocks stocks(const Document& document) {
        const gouji_field* cell = document.field("requests", "new", "total");
        return {cell, value(cell), value(document.field("requests", "carried_in", "total"))};
    }

    static bool is_count(const gouji_quantity& quantity) {
        constexpr std::string_view units[] = {"件"sv, "份"sv, "条"sv, "宗"sv, "个"sv};
        return std::find(std::begin(units), std::end(units), view(quantity.unit)) !=
               std::end(units);
    }

    static std::string squeezed(std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const Char c = char_at(text, at);
            if (!is_blank(c.code) && !is_line_end(c.code)) out.append(text.substr(at, c.size));
            at += c.size;
        }
        return out;
    }

    /// From the figure before, or the beginning of the thought, to this one.
    static std::string words_before(const Document& document, std::span<const gouji_quantity> all,
                                    std::size_t i) {
        const Span sentence = document.sentences()[all[i].sentence].span;
        const bool first = i == 0 || all[i - 1].sentence != all[i].sentence;
        const std::uint32_t begin = first ? sentence.begin : all[i - 1].span.end;
        if (begin >= all[i].span.begin) return {};
        std::string out = squeezed(document.text({begin, all[i].span.begin}));
        const std::size_t stop = out.rfind("；");
        return stop == std::string::npos ? out : out.substr(stop);
    }

    [[nodiscard]] bool counts_received(std::string_view words) const {
        constexpr std::string_view verbs[] = {"新收"sv, "收到"sv, "接收"sv};
        return has(words, "申请"sv) && has_any(words, verbs) && !has_any(words, others_);
    }

    /// “上年收到申请”, and not “较上年增加”.
    static bool speaks_of_last_year(std::string_view words, int year) {
        constexpr std::string_view now[] = {"今年"sv, "本年"sv};
        constexpr std::string_view compared[] = {"比"sv, "较"sv, "相对"sv};
        if (has_any(words, now) || has_any(words, compared) ||
            has(words, std::to_string(year) + "年"))
            return false;
        constexpr std::string_view last[] = {"去年"sv, "上年"sv, "上一年"sv};
        return has_any(words, last) || has(words, std::to_string(year - 1) + "年");
    }

    static bool excused(const Document& document, const gouji_quantity& of) {
        constexpr std::string_view reasons[] = {"口径"sv, "可比"sv, "剔除"sv,    "调整"sv, "更正"sv,
                                                "修正"sv, "不含"sv, "扣除"sv,    "合并"sv, "划转"sv,
                                                "下属"sv, "所属"sv, "机构改革"sv};
        return has_any(squeezed(document.text(document.sentences()[of.sentence].span)), reasons);
    }

    static void check_stated(const Reading& at, const gouji_quantity& said) {
        const Decimal figure(said.value);
        const Decimal fresh = *at.then.fresh;
        const Decimal all = fresh + at.then.carried.value_or(Decimal(0));
        if (figure == fresh || figure == all || excused(at.document, said)) return;
        Finding finding = at.sink.report(
            said.span, message::stated{.said = figure, .then = fresh, .year = at.year - 1});
        relate(finding, at);
    }

    /// “…申请 19 件，较上年增加 3 件，增长 18.75%”: the figures after this one that say how it has
    /// changed.
    static void check_changes(const Reading& at, std::span<const gouji_quantity> all,
                              std::size_t i) {
        bool compared = false;
        for (std::size_t k = i + 1; k < all.size() && all[k].sentence == all[i].sentence; ++k) {
            const std::string between =
                squeezed(at.document.text({all[k - 1].span.end, all[k].span.begin}));
            const auto sign = change_sign(between, compared, at.year);
            if (!sign || all[k].exactness != GOUJI_EXACTNESS_EXACT) return;
            compared = true;
            check_change(at, all[i], all[k], *sign);
        }
    }

    /// 1 for growth and -1 for decline, where the words say nothing but that.
    static std::optional<int> change_sign(std::string_view words, bool compared, int year) {
        constexpr std::string_view marks[] = {"，"sv, "（"sv, "、"sv, "("sv, ","sv};
        take(words, marks);
        const std::string earlier = std::to_string(year - 1) + "年";
        const std::string_view years[] = {"去年"sv,   "上年"sv,     "上一年"sv,
                                          "上年度"sv, "上一年度"sv, earlier};
        constexpr std::string_view with[] = {"同比"sv, "比"sv, "较"sv, "与"sv, "同"sv, "相比"sv};
        constexpr std::string_view fill[] = {"度"sv, "同期"sv, "相比"sv, "，"sv, "的"sv};
        if (take(words, with)) {
            compared = true;
            take(words, years);
            while (take(words, fill)) {
            }
        }
        if (!compared) return std::nullopt;
        constexpr std::string_view up[] = {"增长"sv, "增加"sv, "上升"sv,   "增幅"sv,
                                           "多"sv,   "增"sv,   "增长率"sv, "提高"sv};
        constexpr std::string_view down[] = {"下降"sv, "减少"sv, "降低"sv, "降幅"sv,
                                             "少"sv,   "减"sv,   "降"sv};
        const int sign = take(words, up) ? 1 : take(words, down) ? -1 : 0;
        constexpr std::string_view end[] = {"了"sv, "为"sv, "达"sv};
        take(words, end);
        return sign != 0 && words.empty() ? std::optional(sign) : std::nullopt;
    }

    static void check_change(const Reading& at, const gouji_quantity& figure,
                             const gouji_quantity& change, int sign) {
        const bool percent = view(change.unit) == "%"sv;
        if (!percent && view(change.unit) != view(figure.unit)) return;
        Decimal said(change.value);
        if (sign < 0) said = Decimal(-said.coefficient, said.exponent);
        bool read = false;
        const auto fits = [&](std::optional<Decimal> now, std::optional<Decimal> then) {
            if (!now || !then || *now != Decimal(figure.value)) return false;
            if (percent && *then == Decimal(0)) return true;
            read = true;
            const Decimal difference = *now - *then;
            if (!percent) return difference == said;
            // Rounded or cut off: within one unit of the last printed digit.
            const Decimal gap = difference * Decimal(100) - said * *then;
            const Decimal slack = Decimal(1, std::min(said.exponent, 0)) * *then;
            return (gap.negative() ? Decimal(-gap.coefficient, gap.exponent) : gap) <= slack;
        };
        const auto all = [](const Stocks& of) {
            return of.carried ? std::optional(*of.fresh + *of.carried) : std::nullopt;
        };
        if (fits(at.now.fresh, at.then.fresh) || fits(all(at.now), all(at.then)) || !read ||
            excused(at.document, change))
            return;
        const Decimal right = Decimal(figure.value) - *at.then.fresh;
        Finding finding =
            percent ? at.sink.report(change.span, message::rate{.now = Decimal(figure.value),
                                                                .said = said,
                                                                .then = *at.then.fresh,
                                                                .year = at.year - 1})
                    : at.sink.report(change.span, message::difference{.now = Decimal(figure.value),
                                                                      .right = right,
                                                                      .said = said,
                                                                      .then = *at.then.fresh,
                                                                      .year = at.year - 1});
        relate(finding, at);
    }

    static void relate(Finding& finding, const Reading& at) {
        finding.also_previous(at.then.cell->span,
                              message::cell{.then = *at.then.fresh, .year = at.year - 1});
    }

    std::vector<std::string> others_;
};

}  // namespace

GOUJI_RULE(stated_figure, StatedFigure);
