#include "gap.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_lead = 12;  // bytes in front of 包括 in its clause: “具体内容”

/// “按类别分”, “从渠道看”: says how the total is divided.
bool divides(std::string_view clause) {
    return (clause.starts_with("按"sv) || clause.starts_with("从"sv)) &&
           (clause.ends_with("分"sv) || clause.ends_with("看"sv));
}

}  // namespace

void GapReader::restart(std::uint32_t at) {
    at_ = at;
    gap_ = Gap{};
    gap_.begin = at;
    gap_.new_label(at);
}

/// Brackets with a partner, by their opening.
void GapReader::pair_brackets() {
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

const Gap& GapReader::read(std::uint32_t end) {
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
    return gap_;
}

/// What stands in 《》 or “” is a name: its words and marks say nothing about figures.
bool GapReader::skip_quoted(std::uint32_t end, std::string_view open, std::string_view close,
                            std::size_t& known) {
    if (!text_.substr(at_).starts_with(open)) return false;
    if (known != std::string_view::npos && known < at_) known = text_.find(close, at_);
    const std::size_t past = known == std::string_view::npos ? known : known + close.size();
    at_ = past > end ? at_ + static_cast<std::uint32_t>(open.size())
                     : static_cast<std::uint32_t>(past);
    return true;
}

/// Digits that are no quantity: a year, an ordinal.
void GapReader::digits(std::uint32_t end) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text_.data() + at_, text_.data() + end, value);
    const auto size = static_cast<std::uint32_t>(stop - text_.data()) - at_;
    at_ += std::max<std::uint32_t>(1, size);
    if (error != std::errc() || size != 4 || !text_.substr(at_).starts_with("年"sv)) return;
    at_ = std::min<std::uint32_t>(end, at_ + 3);
    if (text_.substr(at_).starts_with("度"sv)) at_ = std::min<std::uint32_t>(end, at_ + 3);
    if (year_ != 0 && value != year_) gap_.label.year_end = at_;
}

void GapReader::word(const prose::Entry<Word>& entry, std::uint32_t begin, std::uint32_t end) {
    const bool at_head = begin == gap_.label.begin;
    switch (entry.kind) {
        case Word::enumerate:
            // After a word it stands in a name: “人大、政协建议 4 条”.
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
            close(begin);
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
            gap_.label.rest = begin;
            break;
        case Word::sum:
            gap_.label.sum = !(at_head && gap_.opening != Opening::none);
            break;
        case Word::anew:
            gap_.anew = gap_.anew || at_head;
            break;
        case Word::change:
            change(entry.word);
            break;
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

void GapReader::opens(Opening opening) {
    gap_.opening = opening;
    gap_.before_opening = gap_.mark;
    gap_.new_label(at_);
}

void GapReader::mark(Mark kind, std::uint32_t begin) {
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

void GapReader::colon(std::uint32_t begin) {
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

void GapReader::open(std::uint32_t begin, std::uint32_t end) {
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

/// Whether “增加 12 条” is a difference; “增加到 12 条” is the new figure.
void GapReader::change(std::string_view word) {
    constexpr std::array comparisons{"较"sv, "比上年"sv, "比去年"sv, "同比"sv, "环比"sv, "相比"sv};
    const std::string_view after = text_.substr(at_);
    if (!after.starts_with("到"sv) && !after.starts_with("至"sv)) gap_.label.change_end = at_;
    gap_.label.change = true;
    if (std::ranges::find(comparisons, word) != comparisons.end()) gap_.label.compared = true;
}

/// After a bracket the words in front of it count again.
void GapReader::close(std::uint32_t begin) {
    if (around_.empty() || around_.back().first != begin) return;
    gap_ = around_.back().second;
    if (gap_.label.begin == gap_.begin) gap_.label.begin = gap_.begin = at_;
    around_.pop_back();
}

}  // namespace gouji::arithmetic
