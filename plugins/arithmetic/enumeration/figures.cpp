#include "figures.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_lead = 12;  // bytes in front of 包括 in its clause: “具体内容”
constexpr std::size_t longest_rest = 24;  // bytes of a label that says 其他

/// The words in front of a figure, behind the last mark.
struct Label {
    std::uint32_t begin = 0;
    std::uint32_t change_end = 0;  ///< behind the last word of change; 0: there is none
    std::uint32_t year_end = 0;    ///< behind another year than the report's; 0: there is none
    std::uint16_t dimension = no_dimension;
    std::string_view head;
    bool change = false;
    bool compared = false;
    bool share = false;
    bool earlier = false;
    bool running = false;
    bool aside = false;
    bool from = false;
    bool sum = false;
    bool rest = false;
    bool carry = false;
    bool distributed = false;  ///< 分别 behind the names: one figure for each of them
    bool overlaps = false;
};

/// The words and marks in front of a figure, as far as they have been read.
struct Gap {
    std::uint32_t begin = 0;
    Mark mark = Mark::none;
    Opening opening = Opening::none;
    Mark before_opening = Mark::none;
    bool colon = false;
    bool interrupted = false;
    bool anew = false;
    bool request = false;
    Label label;

    void new_label(std::uint32_t at) {
        label = Label{};
        label.begin = at;
    }
};

class Reader {
public:
    Reader(Passage& passage, int year) : passage_(passage), text_(passage.text()), year_(year) {
        pair_brackets();
    }

    void read(std::span<const gouji_quantity> quantities) {
        for (const gouji_quantity& quantity : quantities) {
            const std::uint32_t begin = std::max(at_, passage_.folded.fold(quantity.span.begin));
            const std::uint32_t end = std::max(begin, passage_.folded.fold(quantity.span.end));
            gap(begin);
            figure(quantity, begin, end);
            at_ = end;
            gap_ = Gap{};
            gap_.begin = at_;
            gap_.new_label(at_);
        }
    }

private:
    struct Bracket {
        std::uint32_t open = 0;
        std::uint32_t close = 0;
    };

    /// Brackets with a partner, by their opening.
    void pair_brackets() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t at = 0; at < text_.size();) {
            const Char c = char_at(text_, at);
            if (c.code == U'（' || c.code == U'(') open.push_back(at);
            if ((c.code == U'）' || c.code == U')') && !open.empty()) {
                brackets_.push_back({open.back(), at});
                open.pop_back();
            }
            at += std::max<std::uint32_t>(1, c.size);
        }
        std::ranges::sort(brackets_, {}, &Bracket::open);
    }

    /// Reads words and marks up to the next figure.
    void gap(std::uint32_t end) {
        while (at_ < end) {
            if (text_[at_] >= '0' && text_[at_] <= '9') {
                digits(end);
            } else if (skip_quoted(end, "《"sv, "》"sv, title_close_) ||
                       skip_quoted(end, "“"sv, "”"sv, quote_close_)) {
                continue;
            } else if (const auto* entry = words().at(text_.substr(0, end), at_)) {
                const std::uint32_t begin = at_;
                at_ += static_cast<std::uint32_t>(entry->word.size());
                word(*entry, begin, end);
            } else {
                at_ += std::max<std::uint32_t>(1, char_at(text_, at_).size);
            }
        }
    }

    /// What stands in 《》 or “” is a name: its words and marks say nothing about figures.
    bool skip_quoted(std::uint32_t end, std::string_view open, std::string_view close,
                     std::size_t& known) {
        if (!text_.substr(at_).starts_with(open)) return false;
        if (known != std::string_view::npos && known < at_) known = text_.find(close, at_);
        const std::size_t past = known == std::string_view::npos ? known : known + close.size();
        at_ = past > end ? at_ + static_cast<std::uint32_t>(open.size())
                         : static_cast<std::uint32_t>(past);
        return true;
    }

    /// Digits that are no quantity: a year, an ordinal.
    void digits(std::uint32_t end) {
        int value = 0;
        const auto [stop, error] = std::from_chars(text_.data() + at_, text_.data() + end, value);
        const auto size = static_cast<std::uint32_t>(stop - text_.data()) - at_;
        at_ += std::max<std::uint32_t>(1, size);
        if (error != std::errc() || size != 4 || !text_.substr(at_).starts_with("年"sv)) return;
        at_ = std::min<std::uint32_t>(end, at_ + 3);
        if (text_.substr(at_).starts_with("度"sv)) at_ = std::min<std::uint32_t>(end, at_ + 3);
        if (year_ != 0 && value != year_) gap_.label.year_end = at_;
    }

    void word(const prose::Entry<Word>& entry, std::uint32_t begin, std::uint32_t end) {
        const bool at_head = begin == gap_.label.begin;
        switch (entry.kind) {
            case Word::enumerate:
                // Behind a word it stands in a name: “人大、政协建议 4 条”.
                if (at_head) {
                    gap_.mark = std::max(gap_.mark, Mark::enumerate);
                    gap_.new_label(at_);
                }
                break;
            case Word::comma:
                mark(Mark::comma, begin);
                break;
            case Word::semicolon:
                mark(Mark::semicolon, begin);
                break;
            case Word::stop:
                mark(Mark::stop, begin);
                break;
            case Word::colon:
                colon(begin);
                break;
            case Word::open:
                open(begin, end);
                break;
            case Word::close:
                if (!around_.empty() && around_.back().first == begin) {
                    gap_ = around_.back().second;
                    if (gap_.label.begin == gap_.begin) gap_.label.begin = gap_.begin = at_;
                    around_.pop_back();
                }
                break;
            case Word::among:
                if (begin - gap_.label.begin <= longest_lead) opens(Opening::among);
                break;
            case Word::each_is:
                if (at_head && gap_.opening == Opening::none) {
                    opens(Opening::each_is);
                } else {
                    gap_.label.distributed = true;  // “网络、信函分别为 5 件、4 件”
                }
                break;
            case Word::rest:
                gap_.label.rest = true;
                break;
            case Word::sum:
                gap_.label.sum = !(at_head && gap_.opening != Opening::none);
                break;
            case Word::anew:
                gap_.anew = gap_.anew || at_head;
                break;
            case Word::change: {
                const bool level =
                    text_.substr(at_).starts_with("到"sv) || text_.substr(at_).starts_with("至"sv);
                if (!level) gap_.label.change_end = at_;
                gap_.label.change = true;
                gap_.label.compared = gap_.label.compared || entry.word == "较"sv ||
                                      entry.word == "比上年"sv || entry.word == "比去年"sv ||
                                      entry.word == "同比"sv || entry.word == "环比"sv ||
                                      entry.word == "相比"sv;
                break;
            }
            case Word::share:
                gap_.label.share = true;
                break;
            case Word::earlier:
                gap_.label.earlier = true;
                break;
            case Word::running:
                gap_.label.running = true;
                break;
            case Word::aside:
                gap_.label.aside = true;
                break;
            case Word::from:
                gap_.label.from = gap_.label.from || at_head;
                break;
            case Word::carry:
                gap_.label.carry = true;
                break;
            case Word::request:
                gap_.request = true;
                break;
            case Word::predicate:
            case Word::preposition:
                if (at_head) gap_.label.head = text_.substr(begin, at_ - begin);
                break;
            case Word::overlap:
                gap_.label.overlaps = true;
                break;
            case Word::dimension:
                gap_.label.dimension = entry.detail;
                break;
            default:
                break;
        }
    }

    void opens(Opening opening) {
        gap_.opening = opening;
        gap_.before_opening = gap_.mark;
        gap_.new_label(at_);
    }

    /// “按类别分”, “从渠道看”: says how the total is divided.
    [[nodiscard]] static bool divides(std::string_view clause) {
        return (clause.starts_with("按"sv) || clause.starts_with("从"sv)) &&
               (clause.ends_with("分"sv) || clause.ends_with("看"sv));
    }

    void mark(Mark kind, std::uint32_t begin) {
        const std::string_view clause = text_.substr(gap_.label.begin, begin - gap_.label.begin);
        if (divides(clause)) {
            opens(Opening::division);
            return;
        }
        // “其中，”: the opening's own comma.
        const bool own = gap_.opening != Opening::none && clause.empty() && kind == Mark::comma;
        if (!own) {
            gap_.interrupted = gap_.interrupted || !clause.empty();
            gap_.opening = Opening::none;
            gap_.mark = std::max(gap_.mark, kind);
        }
        gap_.new_label(at_);
    }

    void colon(std::uint32_t begin) {
        const std::string_view clause = text_.substr(gap_.label.begin, begin - gap_.label.begin);
        constexpr std::size_t short_words = 15;  // “共 20 条，具体如下：”
        if (gap_.opening != Opening::none) {
            gap_.colon = true;
            gap_.new_label(at_);
        } else if (divides(clause)) {
            opens(Opening::division);
        } else if (clause.size() <= short_words && gap_.mark == Mark::none) {
            opens(Opening::colon);
            gap_.colon = true;
        } else {
            mark(Mark::comma, begin);
        }
    }

    void open(std::uint32_t begin, std::uint32_t end) {
        while (bracket_ < brackets_.size() && brackets_[bracket_].open < begin) ++bracket_;
        if (bracket_ == brackets_.size() || brackets_[bracket_].open != begin) return;
        const std::uint32_t close = brackets_[bracket_].close;
        // A bracket without a figure explains a name; what it says is not said of the list.
        if (close < end) {
            const bool first = gap_.label.begin == begin;
            at_ = close + std::max<std::uint32_t>(1, char_at(text_, close).size);
            if (first) gap_.label.begin = at_;
            return;
        }
        const bool touches = begin == gap_.begin && begin != 0;
        around_.emplace_back(close, gap_);
        gap_ = Gap{};
        gap_.begin = at_;
        gap_.opening = touches ? Opening::bracket : Opening::none;
        gap_.new_label(at_);
    }

    void figure(const gouji_quantity& quantity, std::uint32_t begin, std::uint32_t end) {
        Figure out;
        out.quantity = &quantity;
        out.begin = begin;
        out.end = end;
        // “12 件和 8 件”: the conjunction is a mark.
        for (const std::string_view word : {"以及"sv, "和"sv, "及"sv, "与"sv}) {
            if (gap_.mark != Mark::none || gap_.label.begin != gap_.begin || gap_.begin == 0 ||
                !text_.substr(gap_.label.begin, begin - gap_.label.begin).starts_with(word))
                continue;
            gap_.mark = Mark::enumerate;
            gap_.label.begin += static_cast<std::uint32_t>(word.size());
            break;
        }
        out.label = text_.substr(gap_.label.begin, begin - std::min(begin, gap_.label.begin));
        out.mark = gap_.mark;
        out.opening = gap_.opening;
        out.before_opening = gap_.before_opening;
        out.colon = gap_.colon;
        out.interrupted = gap_.interrupted;
        out.anew = gap_.anew;
        out.sum = gap_.label.sum;
        out.rest = gap_.label.rest && out.label.size() <= longest_rest;
        out.carry = gap_.label.carry;
        out.request = gap_.request;
        out.overlaps = gap_.label.overlaps;
        out.dated = gap_.label.year_end != 0;
        out.dimension = gap_.label.dimension;
        out.head = gap_.label.head;
        out.role = role(quantity, begin, end);
        inherit(out);
        passage_.figures.push_back(out);
    }

    [[nodiscard]] Role role(const gouji_quantity& quantity, std::uint32_t begin,
                            std::uint32_t end) const {
        constexpr std::uint32_t one_word = 6;  // “增加了”, “增长约”
        const std::string_view unit = sdk::view(quantity.unit);
        if (unit == "%"sv)
            return gap_.label.change ? Role::change : gap_.label.share ? Role::share : Role::aside;
        if (unit == "个百分点"sv) return Role::change;
        if (gap_.label.carry) return Role::amount;
        if (gap_.label.from && starts_movement(end)) return Role::from;
        if (gap_.label.change_end != 0 &&
            (gap_.label.compared || begin - gap_.label.change_end <= one_word))
            return Role::change;
        if (gap_.label.share) return Role::whole;
        if (gap_.label.earlier || earlier_year(begin)) return Role::earlier;
        if (gap_.label.aside || gap_.label.distributed) return Role::aside;
        return gap_.label.running ? Role::running : Role::amount;
    }

    /// “2022 年为 31 件” counts things of another year; “2022 年年报 1 件” is a thing of this one.
    [[nodiscard]] bool earlier_year(std::uint32_t begin) const {
        if (gap_.label.year_end == 0) return false;
        const std::string_view rest =
            text_.substr(gap_.label.year_end, begin - gap_.label.year_end);
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
    int year_;
    std::uint32_t at_ = 0;
    Gap gap_;
    std::vector<std::pair<std::uint32_t, Gap>> around_;  ///< open brackets: where each closes
    std::vector<Bracket> brackets_;
    std::size_t bracket_ = 0;
    std::size_t title_close_ = 0;
    std::size_t quote_close_ = 0;
};

struct Money {
    std::string_view unit;
    std::int32_t power;  ///< of ten, to 元
};
constexpr std::array money{Money{"元", 0}, Money{"千元", 3}, Money{"万元", 4}, Money{"亿元", 8}};

const Money* as_money(std::string_view unit) {
    const auto found = std::ranges::find(money, unit, &Money::unit);
    return found == money.end() ? nullptr : &*found;
}

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

bool same_measure(const Figure& left, const Figure& right) {
    const std::string_view a = sdk::view(left.quantity->unit);
    const std::string_view b = sdk::view(right.quantity->unit);
    return a == b || (as_money(a) != nullptr && as_money(b) != nullptr);
}

bool summable(const Figure& figure) {
    constexpr std::array never{"%"sv,  "‰"sv,      "倍"sv,   "个百分点"sv, "分"sv,       "天"sv,
                               "字"sv, "工作日"sv, "小时"sv, "分钟"sv,     "个工作日"sv, ""sv};
    return std::ranges::find(never, sdk::view(figure.quantity->unit)) == never.end();
}

Decimal value_in(const Figure& figure, const Figure& measure) {
    Decimal value(figure.quantity->value);
    const Money* from = as_money(sdk::view(figure.quantity->unit));
    const Money* to = as_money(sdk::view(measure.quantity->unit));
    if (from != nullptr && to != nullptr) value.exponent += from->power - to->power;
    return value;
}

}  // namespace gouji::arithmetic
