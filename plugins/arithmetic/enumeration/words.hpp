#pragma once

#include <cstdint>

#include "../../prose/lexicon.hpp"

namespace gouji::arithmetic {

/// What a word or a mark says about the figures around it. The words are data:
/// rules/grammars/enumerations.toml. At one place the longest counts, so that 一并 hides 并.
enum class Word : std::uint8_t {
    enumerate,  ///< 、
    comma,      ///< ，
    semicolon,  ///< ；
    stop,       ///< 。
    colon,      ///< ：
    open,       ///< an opening bracket
    close,      ///< a closing bracket
    among,      ///< 其中, 包括: the parts of a total follow
    each_is,    ///< 分别为: all parts of a total follow
    rest,       ///< 其他: the last part of a complete list
    sum,        ///< 共, 合计: the figure after it is a total
    anew,       ///< 同时, 另外: a statement of its own begins
    change,     ///< 增长, 较: the figure is a difference or a rate of change
    share,      ///< 占: the figure is a share of a whole
    earlier,    ///< 上年: the figure is one of an earlier year
    running,    ///< 累计: the figure reaches back beyond this year
    aside,      ///< 点击, 平均, 计划: the figure measures something else than the list does
    from,       ///< 从, 由: one end of “从 A 到 B”
    carry,      ///< 结转
    request,    ///< 申请
    predicate,  ///< 发布, 答复: at the head of a clause it begins a statement about other things
    preposition,  ///< 通过, 在: at the head of a clause, likewise
    overlap,      ///< 涉及, 原创: things of several parts can be so at once
    dimension,    ///< 网络, 自然人: detail says which way of dividing a total it belongs to
    neutral,      ///< a longer word that hides a shorter one
    year,         ///< detail: the year
    quantity      ///< detail: which quantity
};

/// Ways of dividing a total, as words of dimension name them.
enum Dimension : std::uint16_t {
    no_dimension = 0,
    by_channel = 1,
    by_applicant = 2,
    by_result = 3,
    by_season = 4,
    by_origin = 5,
};

[[nodiscard]] const prose::Lexicon<Word>& words();

}  // namespace gouji::arithmetic
