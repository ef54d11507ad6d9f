#include "denials.hpp"

namespace gouji::consistency {

using namespace std::string_view_literals;

void Denials::read(std::uint32_t sentence, const prose::Folded& folded,
                   std::span<const Token> tokens) {
    index_ = sentence;
    folded_ = &folded;
    tokens_ = tokens;
    denials();
}

void Denials::denials() {
    int governing = year_;
    for (std::size_t begin = 0; begin < tokens_.size();) {
        std::size_t end = begin;
        bool carried = false;
        for (; end < tokens_.size() && !ends_clause(tokens_[end].kind); ++end) {
            carried = carried || tokens_[end].kind == Word::carry;
        }
        const std::span<const Token> part(tokens_.data() + begin, end - begin);
        for (const Token& token : part) {
            if (token.kind == Word::year) governing = token.detail;
            if (token.kind == Word::now) governing = year_;
            if (token.kind == Word::before && !carried) governing = year_ - 1;
            if (token.kind == Word::after && !carried) governing = year_ + 1;
        }
        if (year_ == 0 || governing == year_ || carried) {
            const bool at_quantity = end < tokens_.size() && tokens_[end].kind == Word::quantity;
            if (!at_quantity) denial(part, end);
        }
        begin = end + 1;
    }
}

void Denials::denial(std::span<const Token> clause, std::size_t clause_end) {
    if (has(clause, Word::condition, Word::lost, Word::outcome, Word::answer, Word::result) ||
        has(clause, Word::open_case, Word::withdrawn, Word::compare, Word::period,
            Word::cumulative) ||
        has(clause, Word::parts, Word::direct, Word::after_review, Word::other_object,
            Word::authority) ||
        narrowed(clause)) {
        return;
    }
    const auto no = static_cast<std::size_t>(
        std::find_if(clause.begin(), clause.end(),
                     [](const Token& token) { return is(token, Word::no, Word::zero); }) -
        clause.begin());
    if (no == clause.size()) return;
    const std::span<const Token> before = clause.first(no);
    const std::span<const Token> after = clause.subspan(no + 1);
    const std::string_view word = text(clause[no]);
    if (clause[no].kind == Word::zero) return zero(before, word, clause, clause_end);
    const bool verb = has(after, Word::receive, Word::accept, Word::happen, Word::new_ones);
    // 未 needs a verb; 无 and 没有 may stand before the thing itself.
    if (!verb && word.ends_with("未"sv)) return;
    const bool things_after =
        has(after, Word::request, Word::review, Word::litigation, Word::carry);
    if (!verb && !things_after) return;
    deny(things_after ? after : before, clause, verb, clause_end);
}

void Denials::zero(std::span<const Token> before, std::string_view word,
                   std::span<const Token> clause, std::size_t clause_end) {
    if (word == "零申请"sv || word == "零办件"sv) return none(Topic::received, clause, clause_end);
    if (word == "零复议"sv) return none(Topic::review, clause, clause_end);
    if (word == "零诉讼"sv) return none(Topic::litigation, clause, clause_end);
    deny(before, clause, true, clause_end);
}

void Denials::deny(std::span<const Token> things, std::span<const Token> clause, bool verb,
                   std::size_t clause_end) {
    if (has(things, Word::carry)) {
        return none(direction(year_, clause, {}), clause, clause_end);
    }
    const bool disputes = has(things, Word::review, Word::litigation);
    // “因政府信息公开申请引起的行政复议” denies the dispute, not the request.
    if (has(things, Word::request) && (!disputes || (verb && listed(things)))) {
        none(Topic::received, clause, clause_end);
    }
    if (has(things, Word::review)) none(Topic::review, clause, clause_end);
    if (has(things, Word::litigation)) none(Topic::litigation, clause, clause_end);
}

bool Denials::listed(std::span<const Token> things) {
    const std::size_t request = last(things, Word::request);
    return request + 1 < things.size() && things[request + 1].kind == Word::enumerate;
}

void Denials::none(Topic topic, std::span<const Token> clause, std::size_t clause_end) {
    const auto no = std::find_if(clause.begin(), clause.end(), [](const Token& token) {
        return is(token, Word::no, Word::zero);
    });
    const std::size_t begin = no->kind == Word::zero ? clause.front().begin : no->begin;
    const std::size_t end =
        clause_end < tokens_.size() ? tokens_[clause_end].begin : folded_->text().size();
    Claim claim;
    claim.topic = topic;
    claim.where = folded_->source(begin, end);
    claim.sentence = index_;
    claim.said_none = true;
    claim.regional = has(clause, Word::region);
    out_.push_back(claim);
}

}  // namespace gouji::consistency
