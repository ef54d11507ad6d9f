#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "../../prose/folded.hpp"
#include "words.hpp"

namespace gouji::arithmetic {

/// What a figure says about the things it counts. Only amounts are totals and parts.
enum class Role : std::uint8_t {
    amount,   ///< how many: “公告 12 条”
    running,  ///< how many up to now, over years: “累计公开 592 份”; a total at most
    earlier,  ///< how many in an earlier year
    change,   ///< a difference or a rate of change: “增长 5%”, “较上年增加 12 条”
    share,    ///< a part of a whole in per cent: “占 20%”
    whole,    ///< the whole of a share: “占全部 389 条的…”
    from,     ///< where a movement starts: “从 40 条增加到 50 条”
    aside,    ///< a rate, an average, a plan, readers: measures something else
};

/// Marks between figures, the weaker first.
enum class Mark : std::uint8_t { none, enumerate, comma, semicolon, stop };

/// What announces that a figure is the first part of a total.
enum class Opening : std::uint8_t {
    none,
    among,     ///< 其中, 包括
    each_is,   ///< 分别为
    colon,     ///< “共 20 条：…”
    division,  ///< “按类别分，…”
    bracket,   ///< “389 条（网站 300 条、…）”
    labels,    ///< nothing but labels that divide the total in one known way
};

/// One counted quantity of a paragraph and how its words tie it to the figures before it.
struct Figure {
    const gouji_quantity* quantity = nullptr;
    Role role = Role::amount;
    Mark mark = Mark::none;  ///< the strongest mark between the figure before it and this one
    Opening opening = Opening::none;
    Mark before_opening = Mark::none;  ///< the mark in front of 其中 and the like
    bool colon = false;                ///< a colon stands after the opening: “其中：”
    bool interrupted = false;          ///< a clause without a figure stands between the two figures
    bool anew = false;      ///< 同时, 另外: the figure belongs to a statement of its own
    bool sum = false;       ///< 共, 合计
    bool rest = false;      ///< 其他
    bool carry = false;     ///< 结转
    bool request = false;   ///< 申请 stands between the two figures
    bool overlaps = false;  ///< 涉及, 原创: what it counts may be counted in other parts as well
    bool dated = false;     ///< the label names another year than the report's
    bool open = false;      ///< 约, 近, 超过: the number says nothing certain about the count
    Decimal spare;  ///< what the count may be above the number: “400 余条” is 400 to 499
    std::uint16_t dimension = no_dimension;
    std::string_view head;    ///< the verb or preposition that begins the label
    std::string_view label;   ///< the words it counts, in front of it
    std::uint32_t begin = 0;  ///< in the folded paragraph
    std::uint32_t end = 0;
};

/// A paragraph with at least two figures.
struct Passage {
    prose::Folded folded;
    std::vector<Figure> figures;

    [[nodiscard]] std::string_view text() const { return folded.text(); }
    /// The words between figure `i` and the one before it, or the paragraph's start.
    [[nodiscard]] std::string_view before(std::size_t i) const;
    /// The words between figure `i` and the next one, or the paragraph's end.
    [[nodiscard]] std::string_view after(std::size_t i) const;
};

/// Reads the figures of one paragraph; takes time in proportion to its length. On the heap, since
/// figures keep views of the folded text.
[[nodiscard]] std::unique_ptr<const Passage> read_passage(
    const sdk::Document& document, gouji_span span, std::span<const gouji_quantity> quantities);

/// Whether two figures count in the same unit; 元, 万元 and 亿元 are one.
[[nodiscard]] bool same_measure(const Figure& left, const Figure& right);

/// Whether figures of this unit can be added up: no rates, multiples, scores or durations.
[[nodiscard]] bool summable(const Figure& figure);

/// The figure's value in the unit of `measure`.
[[nodiscard]] Decimal value_in(const Figure& figure, const Figure& measure);

}  // namespace gouji::arithmetic
