#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "../prose/line.hpp"
#include "enumeration/enumeration.hpp"
#include "percent_mismatch.page.hpp"
#include "percentage.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::percent_mismatch;
using namespace gouji::arithmetic;
using namespace std::string_view_literals;

/// A share and the figure that it is the share of the whole of: “17 件，占 20%”.
struct Stated {
    const Figure* part = nullptr;
    const Figure* share = nullptr;
};

/// Part, whole and share are all printed and do not fit. The whole is the total of the list that
/// the part stands in, or the one figure that most shares of a row fit; never just the nearest.
class PercentMismatch {
    static constexpr std::size_t furthest = 24;  // figures between a whole and the first share

public:
    explicit PercentMismatch(Options) {}

    void check(Document document, Sink sink) const {
        const Model& read = model(document);
        const Lists lists = lists_by_part(read);
        for (const auto& passage : read.passages) {
            if (sink.cancelled()) return;
            check_named_wholes(sink, *passage);
            check_rows(document, sink, lists, *passage);
        }
    }

private:
    /// The lists that a figure is certainly a part of, ordered by the figure.
    using Lists = std::vector<std::pair<const Figure*, const Enumeration*>>;

    static Lists lists_by_part(const Model& read) {
        Lists out;
        for (const Enumeration& list : read.lists) {
            for (const Part& part : list.parts) {
                if (part.firm) out.emplace_back(part.figure, &list);
            }
        }
        std::ranges::sort(out, std::less<>(), &Lists::value_type::first);
        return out;
    }

    static Decimal slack(Decimal said) { return std::max(Decimal(1, -1), last_digit(said)); }

    static bool fits(const Stated& stated, Decimal whole, const Figure& measure) {
        const Decimal said(stated.share->quantity->value);
        return whole != Decimal(0) &&
               may_be_share(said, value_in(*stated.part, measure), whole, slack(said));
    }

    /// “260 条，占全部 389 条的 66.8%”: the whole stands between the part and its share.
    static void check_named_wholes(Sink sink, const Passage& passage) {
        const auto& figures = passage.figures;
        for (std::size_t i = 2; i < figures.size(); ++i) {
            const Figure& share = figures[i];
            const Figure& whole = figures[i - 1];
            const Figure& part = figures[i - 2];
            const std::string_view words = passage.before(i);
            if (view(share.quantity->unit) != "%"sv || whole.role != Role::whole ||
                part.role != Role::amount || !same_measure(part, whole) ||
                (words != "的"sv && words != "的比例为"sv && words != "的比重为"sv))
                continue;
            const std::string_view verb = passage.before(i - 1);
            if (!prose::first_clause(verb.substr(0, verb.find("占"sv))).empty() || !exact(part) ||
                !exact(whole) || !exact(share) || part.quantity->depth != share.quantity->depth)
                continue;
            if (value_in(whole, part) != Decimal(0) &&
                !fits({&part, &share}, value_in(whole, part), part))
                report_share(sink, {&part, &share}, whole);
        }
    }

    static bool exact(const Figure& figure) {
        return figure.quantity->exactness == GOUJI_EXACTNESS_EXACT;
    }

    /// Whether the share is one of the figure right before it, of a whole that has no other name:
    /// “17 件，占 20%”, “42 条（占 43%）”; not “2 篇，图解占比 80%”, not “占网络申请的 20%”.
    static bool of_part_before(const Passage& passage, std::size_t i) {
        const Figure& share = passage.figures[i];
        const Figure& part = passage.figures[i - 1];
        if (share.role != Role::share || part.role != Role::amount || !exact(share) ||
            !exact(part) || !summable(part) || share.interrupted ||
            share.quantity->depth < part.quantity->depth ||
            share.quantity->depth > part.quantity->depth + 1)
            return false;
        std::string_view words = passage.before(i);
        for (const std::string_view mark : {"，"sv, ","sv, "、"sv, "（"sv, "("sv}) {
            if (words.starts_with(mark)) words.remove_prefix(mark.size());
        }
        if (!words.starts_with("占"sv)) return false;
        words.remove_prefix("占"sv.size());
        constexpr std::array neutral{"比"sv,   "例"sv, "重"sv, "总数"sv, "总量"sv, "总"sv,
                                     "全部"sv, "的"sv, "为"sv, "达"sv,   "到"sv,   "了"sv};
        while (!words.empty()) {
            const auto next = std::ranges::find_if(
                neutral, [&](std::string_view word) { return words.starts_with(word); });
            if (next == neutral.end()) return false;
            words.remove_prefix(next->size());
        }
        return true;
    }

    /// Shares that follow each other, one after each part: “32 条，占 2.7%；财政 40 条，占 3.3%”.
    static void check_rows(Document document, Sink sink, const Lists& lists,
                           const Passage& passage) {
        std::vector<Stated> row;
        std::size_t first = 0;
        bool named =
            false;  // a share named its whole: “占答复总数的 20%”; those after it mean that
        for (std::size_t i = 1; i < passage.figures.size(); ++i) {
            if (passage.figures[i].mark == Mark::stop || passage.figures[i].anew) named = false;
            if (!of_part_before(passage, i)) {
                named = named || passage.figures[i].role == Role::share;
                continue;
            }
            if (named) continue;
            const Figure& part = passage.figures[i - 1];
            const bool goes_on = !row.empty() && row.back().share == &passage.figures[i - 2] &&
                                 !part.interrupted && !part.anew && !part.sum &&
                                 same_measure(part, *row.back().part);
            if (!goes_on) {
                if (!row.empty()) check_row(document, sink, lists, passage, row, first);
                row.clear();
                first = i - 1;
            }
            row.push_back({&part, &passage.figures[i]});
        }
        if (!row.empty()) check_row(document, sink, lists, passage, row, first);
    }

    /// A figure that the shares may be taken of; `figure` is null for sums and figures of the form.
    struct Whole {
        Decimal value;
        const Figure* figure = nullptr;
        bool certain = false;
    };

    static void check_row(Document document, Sink sink, const Lists& lists, const Passage& passage,
                          std::span<const Stated> row, std::size_t first) {
        const Figure& measure = *row.front().part;
        std::vector<Whole> wholes;
        bool requests = measure.request;
        for (const auto& [figure, holder] :
             std::ranges::equal_range(lists, &measure, std::less<>(), &Lists::value_type::first)) {
            const Enumeration& list = *holder;
            if (!exact(*list.total)) continue;
            for (const Decimal value : list.totals)
                wholes.push_back({value_in_measure(value, *list.total, measure),
                                  value == list.totals.front() ? list.total : nullptr,
                                  list.certain && value == list.totals.front()});
        }
        const std::size_t floor = first > furthest ? first - furthest : 0;
        for (std::size_t k = first; k-- > floor;) {
            const Figure& figure = passage.figures[k];
            requests = requests || figure.request;
            if (!same_measure(figure, measure)) continue;
            if (!exact(figure)) return;
            // “共 126 条，动态类 42 条（占 43%）”: the total right in front needs no 其中.
            const bool certain = k + 1 == first && figure.role == Role::amount && figure.sum &&
                                 !measure.interrupted && !measure.anew &&
                                 measure.mark <= Mark::comma;
            wholes.push_back({value_in(figure, measure), &figure, certain});
        }
        Decimal all = 0;
        for (const Stated& stated : row) all = all + value_in(*stated.part, measure);
        if (row.size() > 1) wholes.push_back({all, nullptr, false});
        if (requests && !wholes.empty()) {
            for (const Decimal value : form_totals(document, Decimal(0)))
                wholes.push_back({value, nullptr, false});
        }
        const auto known = [&](std::size_t i) {
            return std::ranges::any_of(wholes, [&](const Whole& whole) {
                return fits(row[i], whole.value, measure) ||
                       fits_with_neighbours(row, i, whole.value, measure);
            });
        };
        const Whole* best = best_whole(wholes, row, measure);
        if (best == nullptr) return;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!known(i)) report_share(sink, row[i], *best->figure);
        }
    }

    static Decimal value_in_measure(Decimal value, const Figure& total, const Figure& measure) {
        const Decimal shift = value_in(total, measure);
        value.exponent += shift.exponent - total.quantity->value.exponent;
        return value;
    }

    /// The printed whole that the row is surely taken of: the one that most of its shares fit, or
    /// the total of the list.
    static const Whole* best_whole(const std::vector<Whole>& wholes, std::span<const Stated> row,
                                   const Figure& measure) {
        const Whole* best = nullptr;
        std::size_t most = 0;
        for (const Whole& whole : wholes) {
            if (whole.figure == nullptr) continue;
            const auto count = static_cast<std::size_t>(std::ranges::count_if(
                row, [&](const Stated& stated) { return fits(stated, whole.value, measure); }));
            if (count > most || best == nullptr ||
                (count == most && whole.certain && !best->certain)) {
                best = &whole;
                most = count;
            }
        }
        if (best == nullptr) return nullptr;
        if (most >= 2 && most * 2 > row.size()) return best;
        return best->certain && row.size() - most <= 2 ? best : nullptr;
    }

    /// “5 件、3 件，占 80%”: the share may be one of the part and those in front of it together.
    static bool fits_with_neighbours(std::span<const Stated> row, std::size_t i, Decimal whole,
                                     const Figure& measure) {
        const Decimal said(row[i].share->quantity->value);
        const std::size_t floor = i > furthest ? i - furthest : 0;
        Decimal sum = 0;
        for (std::size_t k = i + 1; k-- > floor;) {
            sum = sum + value_in(*row[k].part, measure);
            if (whole != Decimal(0) && may_be_share(said, sum, whole, slack(said))) return true;
        }
        return false;
    }

    static void report_share(Sink sink, const Stated& stated, const Figure& whole) {
        const Figure& part = *stated.part;
        const Decimal value(part.quantity->value);
        sink.report(stated.share->quantity->span,
                    message::share{.part = value,
                                   .right = share(value, value_in(whole, part)),
                                   .said = Decimal(stated.share->quantity->value),
                                   .unit = view(part.quantity->unit),
                                   .whole = value_in(whole, part)})
            .also(part.quantity->span,
                  message::part{.part = value, .unit = view(part.quantity->unit)})
            .also(whole.quantity->span, message::whole{.unit = view(whole.quantity->unit),
                                                       .whole = Decimal(whole.quantity->value)});
    }
};

}  // namespace

GOUJI_RULE(percent_mismatch, PercentMismatch);
