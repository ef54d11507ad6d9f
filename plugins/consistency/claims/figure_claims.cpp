#include <algorithm>
#include <string_view>

#include "../../prose/line.hpp"
#include "figures.hpp"
#include "grammar.hpp"

namespace gouji::consistency {

using namespace std::string_view_literals;

void Figures::by_window(std::size_t at, std::span<const Token> window, std::size_t predicate,
                        Word counted, std::span<const Token> after) {
    const std::span<const Token> here = clause(window, predicate);
    const Token& verb = window[predicate];
    const bool inside = !outer_.empty();
    // “结转至2024年办理的申请”: 办理 says only what the next year is for.
    const bool carried =
        verb.kind == Word::carry || (verb.kind == Word::handle && has(here, Word::carry));
    if (carried) {
        if (!has(here, Word::answer) && counted_requests(counted)) carry(at, here, after);
        return;
    }
    if (!this_year() || narrowed(here)) return;
    if (is(verb, Word::outcome)) return outcome(at, verb.detail, counted, window);
    if (dispute(counted)) {
        if (!is(verb, Word::compare, Word::lost, Word::withdrawn, Word::authority,
                Word::open_case)) {
            dispute_figure(at, window, counted);
        }
        return;
    }
    if (counted != Word::request) return;
    switch (verb.kind) {
        case Word::new_ones:
            say(at, Topic::received);
            return;
        case Word::receive:
        case Word::accept:
            if (one_subject(window.subspan(predicate), at)) return;
            // “其中县本级收到…” is the agency's own figure inside the region's.
            if (!inside && (!among_ || has(window, Word::region))) {
                say(at, Topic::received).accepted = verb.kind == Word::accept;
            }
            return;
        case Word::handle:
            if (one_subject(window.subspan(predicate), at)) return;
            if (!inside && !among_) say(at, Topic::handled);
            return;
        case Word::answer:
            // “其中答复” counts a part, and the sentence does not say of what.
            if (!inside && whole(window) && !has(here, Word::carry, Word::before))
                say(at, Topic::closed);
            return;
        case Word::result:
            if (const Token* row = one_result(window);
                row != nullptr && !narrowed(window) && !of_documents() && !for_a_reason(*row))
                say(at, Topic::result).detail = row->detail;
            return;
        default:
            return;
    }
}

void Figures::by_tail(std::size_t at, std::span<const Token> after, Word counted) {
    const std::size_t predicate = predicate_in(after);
    const Token& verb = after[predicate];
    if (verb.kind == Word::carry) {
        if (counted_requests(counted)) carry(at, after, {});
        return;
    }
    if (!this_year()) return;
    if (verb.kind == Word::outcome) return outcome(at, verb.detail, counted, window_);
    if (dispute(counted) || counted != Word::request || narrowed(window_) || narrowed(after))
        return;
    if (verb.kind == Word::result) {
        const Token* row = one_result(after);
        if (row != nullptr && !of_documents()) say(at, Topic::result).detail = row->detail;
    } else if (verb.kind == Word::answer && opens_clause(at) && outer_.empty() && !among_before_ &&
               !has(window_, Word::carry) && !has(after, Word::carry, Word::open_case)) {
        say(at, Topic::closed);
    }
}

bool Figures::of_documents() const {
    return (among_ && list_ == Word::other_object) || own_accord_;
}

bool Figures::for_a_reason(const Token& row) const {
    if (result_row(row.detail).key.find('.') != std::string_view::npos) return false;
    const std::string_view clause = prose::last_clause(folded_->text().substr(0, row.begin));
    return prose::has_any(clause, {"属于"sv, "因"sv, "由于"sv, "涉及"sv, "以“"sv, "基于"sv});
}

void Figures::bare(std::size_t at, std::span<const Token> window, Word counted) {
    if (!this_year()) return;
    if (dispute(counted) &&
        has(window, Word::review, Word::litigation, Word::direct, Word::after_review)) {
        dispute_figure(at, window, counted);
        return;
    }
    const std::size_t object = last_object(window);
    if (object < window.size() && window[object].kind == Word::request && outer_.empty() &&
        !among_ && !narrowed(window) && ends_with_count(at, window[object])) {
        say(at, Topic::received);
    }
}

bool Figures::ends_with_count(std::size_t at, const Token& object) const {
    const std::string_view words =
        folded_->text().substr(object.begin, tokens_[at].begin - object.begin);
    return prose::has_any(words, {"申请数量"sv, "申请总量"sv, "申请总数"sv, "申请件数"sv,
                                  "申请共"sv, "申请量"sv, "申请数"sv, "申请总件数"sv, "公开数量"sv,
                                  "公开总数"sv, "公开件数"sv, "公开总量"sv});
}

bool Figures::one_subject(std::span<const Token> after_verb, std::size_t at) const {
    const std::size_t begin = after_verb.front().begin;
    const std::string_view words = folded_->text().substr(begin, tokens_[at].begin - begin);
    return prose::has_any(words, {"涉及"sv, "申请中"sv, "有关"sv, "方面的"sv});
}

void Figures::carry(std::size_t at, std::span<const Token> here, std::span<const Token> after) {
    // Where nothing says what was carried over, it is requests only when it comes in 件.
    const std::string_view unit = sdk::view(quantities_[tokens_[at].detail].unit);
    if (object_ != Word::request && !has(here, Word::request) && unit != "件"sv && unit != "宗"sv)
        return;
    const Topic topic = direction(year_, here, after);
    if (topic == Topic::carried && (among_ || !outer_.empty())) return;
    say(at, topic);
}

void Figures::dispute_figure(std::size_t at, std::span<const Token> window, Word counted) {
    // Only disputes about information count here; an office has others.
    if (!publicity_ || has(window, Word::authority) || has(window, Word::other_object)) return;
    if (among_ && !has(window, Word::direct, Word::after_review, Word::publicity)) return;
    const bool both = has(window, Word::review) && has(window, Word::litigation);
    if (both && has(window, Word::each)) {
        say(at, Topic::review);
        say(at, Topic::litigation);
    } else if (both && !separated(window)) {
        say(at, Topic::disputes);
    } else {
        say(at, dispute_topic(counted));
    }
}

void Figures::outcome(std::size_t at, std::uint16_t column, Word counted,
                      std::span<const Token> window) {
    if (!dispute(counted) || !publicity_ || has(window, Word::lost, Word::authority)) return;
    std::size_t outcomes = 0;
    for (const Token& token : window) outcomes += token.kind == Word::outcome;
    if (outcomes > 1) return;
    Claim& claim = say(at, Topic::outcome);
    claim.detail = column;
    claim.subject = dispute_topic(counted);
}

Claim& Figures::say(std::size_t at, Topic topic) {
    const gouji_quantity& quantity = quantities_[tokens_[at].detail];
    Claim claim;
    claim.topic = topic;
    claim.value = Decimal(quantity.value);
    claim.where = quantity.span;
    claim.unit = quantity.unit;
    claim.sentence = index_;
    claim.regional = has(window_, Word::region);
    claim.withdrawals = withdrawals_;
    return out_.emplace_back(claim);
}

}  // namespace gouji::consistency
