#pragma once

#include <gouji/sdk.hpp>

#include <span>
#include <vector>

#include "../../prose/folded.hpp"
#include "claims.hpp"
#include "tokens.hpp"

namespace gouji::consistency {

/// Reads the figures of one sentence after another and says what each claims.
///
/// A sentence is a row of tokens. A quantity is read with the words between it and the quantity
/// before it (its window) and, where those have no verb, with the words up to the next mark (its
/// tail): “答复3件，1件转接至2022年答复”. A sentence inherits what the one before it in its
/// paragraph counted. figures.cpp walks through the tokens; figure_claims.cpp says what a figure
/// claims.
class Figures {
public:
    Figures(sdk::Document document, std::vector<Claim>& out)
        : document_(document), year_(document.facts().year), out_(out) {}

    void read(std::uint32_t index, const prose::Folded& folded,
              std::span<const gouji_quantity> quantities, std::span<const Token> tokens);

private:
    using Window = std::vector<Token>;
    struct Outer {
        Window window;
        bool among;
    };

    // -- figures.cpp: the walk through a sentence
    void figures();
    void note(const Token& token);
    /// The years of “较上年增加” and “上年结转” speak for their own clause only.
    void clause_starts(std::size_t at);
    /// The tail of the quantity at `at`: up to the next mark; empty when another quantity comes
    /// first, whose window it then is.
    [[nodiscard]] std::span<const Token> tail(std::size_t at) const;
    /// “尚未办结的3件，转入下一年度”: the clause after the comma says what becomes of them.
    [[nodiscard]] std::span<const Token> tail_of_open_case(std::size_t at,
                                                           std::span<const Token> after) const;
    void figure(std::size_t at);
    /// The last predicate before the figure. After a comma it still governs “共16件”; it does not
    /// govern a clause of its own: “梳理答复的申请，形成典型案例10件”.
    [[nodiscard]] std::size_t governing_predicate(std::span<const Token> window,
                                                  std::size_t at) const;
    /// Whether a figure after 其中 is the whole again: the list held nothing but what was new and
    /// what was carried over, and a comma ended it.
    [[nodiscard]] bool whole(std::span<const Token> window) const;
    /// “，3件予以公开”: no word stands between the mark and the figure.
    [[nodiscard]] bool opens_clause(std::size_t at) const;
    /// “未办结的2件转入下一年度”: what is open is carried over, and the tail says so.
    [[nodiscard]] static bool left_open(std::span<const Token> window, std::size_t predicate,
                                        std::span<const Token> after);
    /// Whether the words after a figure name what it counts, and that is no request.
    [[nodiscard]] bool counts_what_follows(std::size_t at) const;
    /// The clause of the window that its predicate stands in, to the window's end.
    [[nodiscard]] static std::span<const Token> clause(std::span<const Token> window,
                                                       std::size_t predicate);
    [[nodiscard]] bool this_year() const;

    // -- figure_claims.cpp: what a figure claims
    void by_window(std::size_t at, std::span<const Token> window, std::size_t predicate,
                   Word counted, std::span<const Token> after);
    void by_tail(std::size_t at, std::span<const Token> after, Word counted);
    /// “制发文件35份，其中主动公开20份、不予公开5份”: the list divides papers, not requests.
    [[nodiscard]] bool of_documents() const;
    /// “因涉及商业秘密不予公开2件”: of a whole group only those with this reason.
    [[nodiscard]] bool for_a_reason(const Token& row) const;
    /// No verb at all: “政府信息公开申请数量为16件”, “行政复议1件”.
    void bare(std::size_t at, std::span<const Token> window, Word counted);
    /// “申请数量”, “申请总数”: said of all requests, not of what happened to some.
    [[nodiscard]] bool ends_with_count(std::size_t at, const Token& object) const;
    /// “收到的申请中，涉及征地的30件”: those on one subject only.
    [[nodiscard]] bool one_subject(std::span<const Token> after_verb, std::size_t at) const;
    // 结转: the years beside it say whether it comes or goes.
    void carry(std::size_t at, std::span<const Token> here, std::span<const Token> after);
    void dispute_figure(std::size_t at, std::span<const Token> window, Word counted);
    void outcome(std::size_t at, std::uint16_t column, Word counted, std::span<const Token> window);
    Claim& say(std::size_t at, Topic topic);

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
    bool own_accord_ = false;  ///< 主动公开 stands in the sentence; looked for once
    bool disputes_part_ = false;
};

}  // namespace gouji::consistency
