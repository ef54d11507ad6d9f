#include "figures.hpp"

#include <algorithm>
#include <string_view>

#include "../../prose/line.hpp"
#include "grammar.hpp"

namespace gouji::consistency {

using namespace std::string_view_literals;

void Figures::read(std::uint32_t index, const prose::Folded& folded,
                   std::span<const gouji_quantity> quantities, std::span<const Token> tokens) {
    const gouji_sentence& sentence = document_.sentences()[index];
    const std::string_view heading = prose::heading(document_, sentence);
    disputes_part_ = prose::in_chapter(document_, sentence, "disputes"sv) ||
                     prose::has_any(heading, {"复议"sv, "诉讼"sv});
    const bool requests_part = prose::in_chapter(document_, sentence, "requests"sv) ||
                               prose::has_any(heading, {"申请公开"sv, "公开申请"sv, "依申请"sv});
    // A sentence inherits what the one before it in its paragraph counted.
    if (sentence.node != node_) {
        object_ = Word::neutral;
        // “依申请公开方面。”: a few words that open a paragraph are its heading.
        constexpr std::size_t longest_opening = 45;
        const bool opening = quantities.empty() && folded.text().size() <= longest_opening;
        if (opening && prose::has_any(folded.text(), {"依申请"sv, "公开申请"sv}))
            object_ = Word::request;
    }
    node_ = sentence.node;
    if (object_ == Word::neutral && requests_part) object_ = Word::request;
    index_ = index;
    folded_ = &folded;
    quantities_ = quantities;
    tokens_ = tokens;
    figures();
}

void Figures::figures() {
    window_.clear();
    outer_.clear();
    among_ = false;
    among_before_ = false;
    governing_ = 0;
    cumulative_ = false;
    withdrawals_ = has(tokens_, Word::withdrawn);
    publicity_ = disputes_part_;
    own_accord_ =
        !quantities_.empty() && seek(folded_->text(), "主动公开"sv) != std::string_view::npos;
    bool fresh = true;
    spent_ = 0;
    list_ = Word::neutral;
    sources_ = others_ = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const Token& token = tokens_[i];
        if (fresh) clause_starts(i);
        fresh = ends_clause(token.kind) && token.kind != Word::quantity;
        if (fresh && passing_) governing_ = governing_outside_;
        switch (token.kind) {
            case Word::open:
                outer_.push_back({window_, among_});
                window_.clear();
                break;
            case Word::close:
                if (!outer_.empty()) {
                    window_ = std::move(outer_.back().window);
                    among_ = outer_.back().among;
                    outer_.pop_back();
                }
                break;
            case Word::semicolon:
            case Word::stop:
                window_.clear();
                among_ = false;
                break;
            case Word::quantity:
                figure(i);
                window_.clear();
                break;
            default:
                note(token);
                if (i >= spent_) window_.push_back(token);
        }
    }
}

void Figures::note(const Token& token) {
    if (token.kind == Word::among) {
        if (!among_) list_ = object_;
        among_ = among_before_ = true;
    }
    if (token.kind == Word::cumulative) cumulative_ = true;
    if (token.kind == Word::year) governing_ = token.detail;
    if (token.kind == Word::before) governing_ = year_ - 1;
    if (token.kind == Word::after) governing_ = year_ + 1;
    if (token.kind == Word::now) governing_ = year_;
    if (is(token, Word::publicity, Word::request)) publicity_ = true;
}

void Figures::clause_starts(std::size_t at) {
    passing_ = false;
    governing_outside_ = governing_;
    for (; at < tokens_.size(); ++at) {
        const Word kind = tokens_[at].kind;
        if (kind == Word::carry || kind == Word::compare) passing_ = true;
        if (ends_clause(kind) && kind != Word::quantity) return;
    }
}

std::span<const Token> Figures::tail(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < tokens_.size() && !ends_clause(tokens_[end].kind) &&
           tokens_[end].kind != Word::enumerate) {
        ++end;
    }
    if (end < tokens_.size() && tokens_[end].kind == Word::quantity) return {};
    return tokens_.subspan(at + 1, end - at - 1);
}

std::span<const Token> Figures::tail_of_open_case(std::size_t at,
                                                  std::span<const Token> after) const {
    const std::size_t comma = at + 1;
    if (!after.empty() || comma + 1 >= tokens_.size() || tokens_[comma].kind != Word::comma)
        return after;
    const std::span<const Token> next = tail(comma);
    return !next.empty() && next[0].kind == Word::carry ? next : after;
}

void Figures::figure(std::size_t at) {
    const gouji_quantity& quantity = quantities_[tokens_[at].detail];
    std::span<const Token> after = tail(at);
    const std::span<const Token> window(window_);
    if (has(window, Word::open_case)) after = tail_of_open_case(at, after);

    const std::size_t predicate = governing_predicate(window, at);
    const std::size_t object = last_object(window);
    Word counted = object < window.size() ? window[object].kind : object_;
    if (!after.empty() && is_object(after[0]) && !is(after[0], Word::other_object) &&
        predicate < window.size()) {
        counted = after[0].kind;  // 收到16件政府信息公开申请
    }
    const bool relevant = counts_cases(sdk::view(quantity.unit)) &&
                          quantity.exactness == GOUJI_EXACTNESS_EXACT &&
                          quantity.value.coefficient >= 0 && !cumulative_ &&
                          !has(window, Word::period, Word::parts) && !counts_what_follows(at);
    const bool owns_tail = !after.empty() && predicate_in(after) < after.size();
    if (relevant) {
        if (owns_tail && (opens_clause(at) || left_open(window, predicate, after))) {
            by_tail(at, after, counted);
            // What the tail said of this figure, it does not say of the next.
            spent_ = static_cast<std::size_t>(after.data() - tokens_.data()) + after.size();
        } else if (predicate < window.size()) {
            by_window(at, window, predicate, counted, after);
        } else if (owns_tail) {
            by_tail(at, after, counted);
            spent_ = static_cast<std::size_t>(after.data() - tokens_.data()) + after.size();
        } else {
            bare(at, window, counted);
        }
    }
    if (among_) {
        const bool source =
            predicate < window.size() && is(window[predicate], Word::carry, Word::new_ones);
        ++(source ? sources_ : others_);
    }
    // In a list the figures count what its total counts.
    if (!among_ || list_ != Word::other_object) object_ = counted;
}

std::size_t Figures::governing_predicate(std::span<const Token> window, std::size_t at) const {
    const std::size_t found = last_predicate(window);
    if (found == window.size()) return found;
    const std::size_t comma = last(window, Word::comma, Word::colon);
    if (comma == window.size() || comma < found) return found;
    const std::size_t begin = window[comma].end;
    std::string_view words = folded_->text().substr(begin, tokens_[at].begin - begin);
    for (bool again = true; again && !words.empty();) {
        again = false;
        for (const std::string_view light :
             {"共计"sv, "总计"sv, "合计"sv, "累计"sv, "全年"sv, "本年度"sv, "数量"sv, "总数"sv,
              "总量"sv, "件数"sv, "其中"sv, "共"sv, "为"sv, "有"sv, "计"sv, "达"sv, "申请"sv,
              "政府信息公开"sv, "、"sv}) {
            if (!words.starts_with(light)) continue;
            words.remove_prefix(light.size());
            again = true;
        }
    }
    return words.empty() ? found : window.size();
}

bool Figures::whole(std::span<const Token> window) const {
    return !among_before_ || (sources_ > 0 && others_ == 0 && has(window, Word::comma));
}

bool Figures::opens_clause(std::size_t at) const {
    if (at == 0) return true;
    const Token& before = tokens_[at - 1];
    return before.end == tokens_[at].begin && before.kind != Word::quantity &&
           (ends_clause(before.kind) || is(before, Word::enumerate, Word::among));
}

bool Figures::left_open(std::span<const Token> window, std::size_t predicate,
                        std::span<const Token> after) {
    return predicate < window.size() && window[predicate].kind == Word::open_case &&
           after[predicate_in(after)].kind == Word::carry;
}

bool Figures::counts_what_follows(std::size_t at) const {
    const std::string_view behind = folded_->text().substr(tokens_[at].end);
    if (prose::starts_with_any(behind, {"工作日"sv, "方面"sv, "渠道"sv, "月"sv})) return true;
    // “四个部分”, “三个环节”: a noun after 个 is what is counted; “收到申请 4 个，均已答复” has
    // none.
    return sdk::view(quantities_[tokens_[at].detail].unit) == "个"sv &&
           is_han(char_at(behind, 0).code) &&
           !prose::starts_with_any(
               behind, {"申请"sv, "依申请"sv, "信息公开"sv, "政府信息"sv, "已"sv, "均"sv, "都"sv,
                        "全"sv, "未"sv, "正"sv, "和"sv, "及"sv, "与"sv});
}

std::span<const Token> Figures::clause(std::span<const Token> window, std::size_t predicate) {
    std::size_t begin = predicate;
    while (begin > 0 && !is(window[begin - 1], Word::comma, Word::colon)) --begin;
    return window.subspan(begin);
}

bool Figures::this_year() const { return year_ == 0 || governing_ == 0 || governing_ == year_; }

}  // namespace gouji::consistency
