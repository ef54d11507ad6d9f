#include "claim_figures.hpp"

#include <algorithm>
#include <string_view>

#include "../prose/line.hpp"
#include "claim_grammar.hpp"

// The grammar of request figures. A sentence is a row of tokens; each quantity is read with the
// words between it and the quantity before (its window) and, where those have no verb, with the
// words up to the next mark (its tail): “答复3件，1件转接至2022年答复”.

namespace gouji::consistency {

using namespace std::string_view_literals;

using Window = std::vector<Token>;

class Figures::Reader {
public:
    Reader(sdk::Document document, std::vector<Claim>& out)
        : document_(document), year_(document.facts().year), out_(out) {}

    void sentence(std::uint32_t index, const prose::Folded& folded,
                  std::span<const gouji_quantity> quantities, std::span<const Token> tokens) {
        const gouji_sentence& sentence = document_.sentences()[index];
        const std::string_view heading = prose::heading(document_, sentence);
        disputes_part_ = prose::in_chapter(document_, sentence, "disputes"sv) ||
                         prose::has_any(heading, {"复议"sv, "诉讼"sv});
        const bool requests_part =
            prose::in_chapter(document_, sentence, "requests"sv) ||
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

private:
    void figures() {
        window_.clear();
        outer_.clear();
        among_ = false;
        among_before_ = false;
        governing_ = 0;
        cumulative_ = false;
        withdrawals_ = has(tokens_, Word::withdrawn);
        publicity_ = disputes_part_;
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

    void note(const Token& token) {
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

    /// The years of “较上年增加” and “上年结转” speak for their own clause only.
    void clause_starts(std::size_t at) {
        passing_ = false;
        governing_outside_ = governing_;
        for (; at < tokens_.size(); ++at) {
            const Word kind = tokens_[at].kind;
            if (kind == Word::carry || kind == Word::compare) passing_ = true;
            if (ends_clause(kind) && kind != Word::quantity) return;
        }
    }

    /// The tail of the quantity at `at`: up to the next mark; empty when another quantity comes
    /// first, whose window it then is.
    [[nodiscard]] std::span<const Token> tail(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < tokens_.size() && !ends_clause(tokens_[end].kind) &&
               tokens_[end].kind != Word::enumerate) {
            ++end;
        }
        if (end < tokens_.size() && tokens_[end].kind == Word::quantity) return {};
        return tokens_.subspan(at + 1, end - at - 1);
    }

    /// “尚未办结的3件，转入下一年度”: the clause behind the comma says what becomes of them.
    [[nodiscard]] std::span<const Token> tail_of_open_case(std::size_t at,
                                                           std::span<const Token> behind) const {
        const std::size_t comma = at + 1;
        if (!behind.empty() || comma + 1 >= tokens_.size() || tokens_[comma].kind != Word::comma)
            return behind;
        const std::span<const Token> next = tail(comma);
        return !next.empty() && next[0].kind == Word::carry ? next : behind;
    }

    void figure(std::size_t at) {
        const gouji_quantity& quantity = quantities_[tokens_[at].detail];
        std::span<const Token> behind = tail(at);
        const std::span<const Token> window(window_);
        if (has(window, Word::open_case)) behind = tail_of_open_case(at, behind);

        const std::size_t predicate = governing_predicate(window, at);
        const std::size_t object = last_object(window);
        Word counted = object < window.size() ? window[object].kind : object_;
        if (!behind.empty() && is_object(behind[0]) && !is(behind[0], Word::other_object) &&
            predicate < window.size()) {
            counted = behind[0].kind;  // 收到16件政府信息公开申请
        }
        const bool relevant = counts_cases(sdk::view(quantity.unit)) &&
                              quantity.exactness == GOUJI_EXACT &&
                              quantity.value.coefficient >= 0 && !cumulative_ &&
                              !has(window, Word::period, Word::parts) && !starts_working_day(at);
        const bool owns_tail = !behind.empty() && predicate_in(behind) < behind.size();
        if (relevant) {
            if (owns_tail && (opens_clause(at) || left_open(window, predicate, behind))) {
                by_tail(at, behind, counted);
                // What the tail said of this figure, it does not say of the next.
                spent_ = static_cast<std::size_t>(behind.data() - tokens_.data()) + behind.size();
            } else if (predicate < window.size()) {
                by_window(at, window, predicate, counted, behind);
            } else if (owns_tail) {
                by_tail(at, behind, counted);
                spent_ = static_cast<std::size_t>(behind.data() - tokens_.data()) + behind.size();
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

    /// The last predicate before the figure. Behind a comma it still governs “共16件”; it does not
    /// govern a clause of its own: “梳理答复的申请，形成典型案例10件”.
    [[nodiscard]] std::size_t governing_predicate(std::span<const Token> window,
                                                  std::size_t at) const {
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

    /// Whether a figure behind 其中 is the whole again: the list held nothing but what was new and
    /// what was carried over, and a comma ended it.
    [[nodiscard]] bool whole(std::span<const Token> window) const {
        return !among_before_ || (sources_ > 0 && others_ == 0 && has(window, Word::comma));
    }

    /// “，3件予以公开”: no word stands between the mark and the figure.
    [[nodiscard]] bool opens_clause(std::size_t at) const {
        if (at == 0) return true;
        const Token& before = tokens_[at - 1];
        return before.end == tokens_[at].begin && before.kind != Word::quantity &&
               (ends_clause(before.kind) || is(before, Word::enumerate, Word::among));
    }

    /// “未办结的2件转入下一年度”: what is open is carried over, and the tail says so.
    [[nodiscard]] static bool left_open(std::span<const Token> window, std::size_t predicate,
                                        std::span<const Token> behind) {
        return predicate < window.size() && window[predicate].kind == Word::open_case &&
               behind[predicate_in(behind)].kind == Word::carry;
    }

    [[nodiscard]] bool starts_working_day(std::size_t at) const {
        return prose::starts_with_any(folded_->text().substr(tokens_[at].end),
                                      {"工作日"sv, "方面"sv, "渠道"sv, "月"sv});
    }

    /// The clause of the window that its predicate stands in, to the window's end.
    [[nodiscard]] static std::span<const Token> clause(std::span<const Token> window,
                                                       std::size_t predicate) {
        std::size_t begin = predicate;
        while (begin > 0 && !is(window[begin - 1], Word::comma, Word::colon)) --begin;
        return window.subspan(begin);
    }

    [[nodiscard]] bool this_year() const {
        return year_ == 0 || governing_ == 0 || governing_ == year_;
    }

    void by_window(std::size_t at, std::span<const Token> window, std::size_t predicate,
                   Word counted, std::span<const Token> behind) {
        const std::span<const Token> here = clause(window, predicate);
        const Token& verb = window[predicate];
        const bool inside = !outer_.empty();
        // “结转至2024年办理的申请”: 办理 says only what the next year is for.
        const bool carried =
            verb.kind == Word::carry || (verb.kind == Word::handle && has(here, Word::carry));
        if (carried) {
            if (!has(here, Word::answer) && counted_requests(counted)) carry(at, here, behind);
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
                // “其中答复” counts a part; which part, nobody can say.
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

    void by_tail(std::size_t at, std::span<const Token> behind, Word counted) {
        const std::size_t predicate = predicate_in(behind);
        const Token& verb = behind[predicate];
        if (verb.kind == Word::carry) {
            if (counted_requests(counted)) carry(at, behind, {});
            return;
        }
        if (!this_year()) return;
        if (verb.kind == Word::outcome) return outcome(at, verb.detail, counted, window_);
        if (dispute(counted) || counted != Word::request || narrowed(window_) || narrowed(behind))
            return;
        if (verb.kind == Word::result) {
            const Token* row = one_result(behind);
            if (row != nullptr && !of_documents()) say(at, Topic::result).detail = row->detail;
        } else if (verb.kind == Word::answer && opens_clause(at) && outer_.empty() &&
                   !among_before_ && !has(window_, Word::carry) &&
                   !has(behind, Word::carry, Word::open_case)) {
            say(at, Topic::closed);
        }
    }

    /// “制发文件35份，其中主动公开20份、不予公开5份”: the list divides papers, not requests.
    [[nodiscard]] bool of_documents() const {
        return (among_ && list_ == Word::other_object) ||
               folded_->text().find("主动公开"sv) != std::string_view::npos;
    }

    /// “因涉及商业秘密不予公开2件”: of a whole group only those with this reason.
    [[nodiscard]] bool for_a_reason(const Token& row) const {
        if (result_row(row.detail).key.find('.') != std::string_view::npos) return false;
        const std::string_view clause = prose::last_clause(folded_->text().substr(0, row.begin));
        return prose::has_any(clause, {"属于"sv, "因"sv, "由于"sv, "涉及"sv, "以“"sv, "基于"sv});
    }

    /// No verb at all: “政府信息公开申请数量为16件”, “行政复议1件”.
    void bare(std::size_t at, std::span<const Token> window, Word counted) {
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

    /// “申请数量”, “申请总数”: said of all requests, not of what happened to some.
    [[nodiscard]] bool ends_with_count(std::size_t at, const Token& object) const {
        const std::string_view words =
            folded_->text().substr(object.begin, tokens_[at].begin - object.begin);
        return prose::has_any(words, {"申请数量"sv, "申请总量"sv, "申请总数"sv, "申请件数"sv,
                                      "申请共"sv, "申请量"sv, "申请数"sv, "申请总件数"sv,
                                      "公开数量"sv, "公开总数"sv, "公开件数"sv, "公开总量"sv});
    }

    /// “收到的申请中，涉及征地的30件”: those on one subject only.
    [[nodiscard]] bool one_subject(std::span<const Token> behind_verb, std::size_t at) const {
        const std::size_t begin = behind_verb.front().begin;
        const std::string_view words = folded_->text().substr(begin, tokens_[at].begin - begin);
        return prose::has_any(words, {"涉及"sv, "申请中"sv, "有关"sv, "方面的"sv});
    }

    // 结转: the years beside it say whether it comes or goes.
    void carry(std::size_t at, std::span<const Token> here, std::span<const Token> behind) {
        // Where nothing says what was carried over, it is requests only when it comes in 件.
        const std::string_view unit = sdk::view(quantities_[tokens_[at].detail].unit);
        if (object_ != Word::request && !has(here, Word::request) && unit != "件"sv &&
            unit != "宗"sv)
            return;
        const Topic topic = direction(year_, here, behind);
        if (topic == Topic::carried && (among_ || !outer_.empty())) return;
        say(at, topic);
    }

    void dispute_figure(std::size_t at, std::span<const Token> window, Word counted) {
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

    void outcome(std::size_t at, std::uint16_t column, Word counted,
                 std::span<const Token> window) {
        if (!dispute(counted) || !publicity_ || has(window, Word::lost, Word::authority)) return;
        std::size_t outcomes = 0;
        for (const Token& token : window) outcomes += token.kind == Word::outcome;
        if (outcomes > 1) return;
        Claim& claim = say(at, Topic::outcome);
        claim.detail = column;
        claim.subject = dispute_topic(counted);
    }

    Claim& say(std::size_t at, Topic topic) {
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

    struct Outer {
        Window window;
        bool among;
    };

    sdk::Document document_;
    int year_;
    std::vector<Claim>& out_;

    std::uint32_t index_ = 0;
    gouji_node node_ = GOUJI_NONE;
    const prose::Folded* folded_ = nullptr;
    std::span<const gouji_quantity> quantities_;
    std::span<const Token> tokens_;
    Window window_;
    std::vector<Outer> outer_;
    Word object_ = Word::neutral;  ///< what the last figure counted
    int governing_ = 0;            ///< the year that the figures speak of; 0 not said
    int governing_outside_ = 0;
    bool passing_ = false;
    std::size_t spent_ = 0;      ///< tokens before this one belong to a figure's tail
    Word list_ = Word::neutral;  ///< what the figure counted that 其中 divides
    bool among_ = false;         ///< inside 其中
    bool among_before_ = false;  ///< 其中 stood earlier in the sentence
    int sources_ = 0;            ///< figures of the list that say where requests came from
    int others_ = 0;             ///< … and all others
    bool cumulative_ = false;
    bool withdrawals_ = false;
    bool publicity_ = false;
    bool disputes_part_ = false;
};

Figures::Figures(sdk::Document document, std::vector<Claim>& out)
    : reader_(std::make_unique<Reader>(document, out)) {}
Figures::~Figures() = default;

void Figures::read(std::uint32_t sentence, const prose::Folded& folded,
                   std::span<const gouji_quantity> quantities, std::span<const Token> tokens) {
    reader_->sentence(sentence, folded, quantities, tokens);
}

}  // namespace gouji::consistency
