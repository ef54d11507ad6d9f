#include "figures.hpp"

#include <algorithm>

#include "gap.hpp"

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_rest = 24;  // bytes of a label that says 其他

/// Turns quantities and the gaps in front of them into figures.
class Reader {
public:
    Reader(Passage& passage, int year)
        : passage_(passage), text_(passage.text()), gaps_(passage.text(), year) {}

    void read(std::span<const gouji_quantity> quantities) {
        for (const gouji_quantity& quantity : quantities) {
            const std::uint32_t begin =
                std::max(gaps_.at(), passage_.folded.fold(quantity.span.begin));
            const std::uint32_t end = std::max(begin, passage_.folded.fold(quantity.span.end));
            figure(quantity, gaps_.read(begin), begin, end);
            gaps_.restart(end);
        }
    }

private:
    void figure(const gouji_quantity& quantity, Gap gap, std::uint32_t begin, std::uint32_t end) {
        Figure out;
        out.quantity = &quantity;
        out.begin = begin;
        out.end = end;
        // “12 件和 8 件”: the conjunction is a mark.
        for (const std::string_view word : {"以及"sv, "和"sv, "及"sv, "与"sv}) {
            if (gap.mark != Mark::none || gap.label.begin != gap.begin || gap.begin == 0 ||
                !text_.substr(gap.label.begin, begin - gap.label.begin).starts_with(word))
                continue;
            gap.mark = Mark::enumerate;
            gap.label.begin += static_cast<std::uint32_t>(word.size());
            break;
        }
        out.label = text_.substr(gap.label.begin, begin - std::min(begin, gap.label.begin));
        out.mark = gap.mark;
        out.opening = gap.opening;
        out.before_opening = gap.before_opening;
        out.colon = gap.colon;
        out.interrupted = gap.interrupted;
        out.anew = gap.anew;
        out.sum = gap.label.sum;
        out.rest = gap.label.rest && is_rest(gap.label, begin);
        out.carry = gap.label.carry;
        out.request = gap.request;
        out.overlaps = gap.label.overlaps;
        out.dated = gap.label.year_end != 0;
        out.dimension = gap.label.dimension;
        out.head = gap.label.head;
        out.role = role(quantity, gap.label, begin, end);
        bound(out, text_.substr(begin, end - begin));
        inherit(out);
        passage_.figures.push_back(out);
    }

    [[nodiscard]] Role role(const gouji_quantity& quantity, const Label& label, std::uint32_t begin,
                            std::uint32_t end) const {
        constexpr std::uint32_t one_word = 6;  // “增加了”, “增长约”
        const std::string_view unit = sdk::view(quantity.unit);
        if (unit == "%"sv)
            return label.change ? Role::change : label.share ? Role::share : Role::aside;
        if (unit == "个百分点"sv) return Role::change;
        if (label.carry) return Role::amount;
        if (label.from && starts_movement(end)) return Role::from;
        if (label.change_end != 0 && (label.compared || begin - label.change_end <= one_word))
            return Role::change;
        if (label.share) return Role::whole;
        if (label.earlier || earlier_year(label, begin)) return Role::earlier;
        if (label.aside || label.distributed) return Role::aside;
        return label.running ? Role::running : Role::amount;
    }

    /// “其他信息”, “公告、会议等其他信息共计”: what is left of the total.
    [[nodiscard]] bool is_rest(const Label& label, std::uint32_t begin) const {
        if (begin - label.begin <= longest_rest) return true;
        const std::string_view before = text_.substr(label.begin, *label.rest - label.begin);
        const std::string_view rest = text_.substr(*label.rest, begin - *label.rest);
        return rest.size() <= longest_rest &&
               (before.ends_with("等"sv) ||
                (before.ends_with("的"sv) && rest.starts_with("其他信息"sv)));
    }

    /// What the printed number says about the count.
    static void bound(Figure& figure, std::string_view printed) {
        const gouji_quantity& quantity = *figure.quantity;
        if (quantity.exactness == GOUJI_EXACTNESS_EXACT) return;
        const bool above = printed.find("余"sv) != std::string_view::npos ||
                           printed.find("多"sv) != std::string_view::npos;
        figure.open = quantity.exactness != GOUJI_EXACTNESS_MORE_THAN || !above;
        if (figure.open) return;
        // Below one more of the last digit that is not 0, and never closer than ten.
        const Decimal step(1, std::max(Decimal(quantity.value).reduced().exponent, 1));
        figure.spare = step - 1;
    }

    /// “2022 年为 31 件” counts things of another year; “2022 年年报 1 件” is a thing of this one.
    [[nodiscard]] bool earlier_year(const Label& label, std::uint32_t begin) const {
        if (label.year_end == 0) return false;
        const std::string_view rest = text_.substr(label.year_end, begin - label.year_end);
        for (const std::string_view word : {"为"sv, "是"sv, "的"sv, "有"sv, "同期"sv, "全年"sv}) {
            if (rest.starts_with(word)) return true;
        }
        if (rest.empty()) return true;
        const auto* next = words().at(rest, 0);
        return next != nullptr && (next->kind == Word::predicate || next->kind == Word::sum);
    }

    /// “从 40 条增加到 50 条”: 到 or 至 follows before any mark.
    [[nodiscard]] bool starts_movement(std::uint32_t end) const {
        constexpr std::size_t near = 30;
        const std::string_view behind = text_.substr(end, near);
        const std::size_t to = std::min(behind.find("到"sv), behind.find("至"sv));
        const std::size_t stop = std::min(behind.find("，"sv), behind.find("。"sv));
        return to < stop;
    }

    /// “分别增长 8% 和 7%”, “从 771 家、481 家增加到…”: a figure without words of its own says the
    /// same as the one before it.
    void inherit(Figure& figure) const {
        if (passage_.figures.empty() || !figure.label.empty() || figure.mark != Mark::enumerate ||
            figure.opening != Opening::none)
            return;
        const Figure& before = passage_.figures.back();
        if (before.quantity->depth != figure.quantity->depth) return;
        if (before.role == Role::amount || before.role == Role::whole) return;
        const bool rate = sdk::view(figure.quantity->unit) == "%"sv;
        if (rate == (sdk::view(before.quantity->unit) == "%"sv)) figure.role = before.role;
    }

    Passage& passage_;
    std::string_view text_;
    GapReader gaps_;
};

}  // namespace

std::string_view Passage::before(std::size_t i) const {
    const std::uint32_t from = i == 0 ? 0 : figures[i - 1].end;
    return text().substr(from, figures[i].begin - std::min(from, figures[i].begin));
}

std::string_view Passage::after(std::size_t i) const {
    const std::uint32_t from = figures[i].end;
    return i + 1 < figures.size()
               ? text().substr(from, figures[i + 1].begin - std::min(from, figures[i + 1].begin))
               : text().substr(from);
}

std::unique_ptr<const Passage> read_passage(const sdk::Document& document, gouji_span span,
                                            std::span<const gouji_quantity> quantities) {
    auto out = std::make_unique<Passage>(Passage{prose::Folded(document.text(), span), {}});
    out->figures.reserve(quantities.size());
    Reader(*out, document.facts().year).read(quantities);
    return out;
}

}  // namespace gouji::arithmetic
