#pragma once

#include <cstdint>
#include <string_view>

#include "../../prose/lexicon.hpp"

namespace gouji::consistency {

/// What a word of the request grammar does in its sentence, which is not its part of speech. The
/// words are data: rules/grammars/request_claims.toml. A longer word hides the shorter ones inside
/// it: 申请人 is listed so that 申请 is not found in it. 未 and 无 begin many other words;
/// tokens.cpp tells where they deny.
enum class Word : std::uint8_t {
    comma,
    enumerate,  // 、
    colon,
    semicolon,
    stop,
    open,
    close,
    among,       // 其中, 包括: what follows is a part of what went before
    each,        // 各
    new_ones,    // 新收
    receive,     // 收到
    accept,      // 受理
    handle,      // 办理, 处理
    answer,      // 答复, 办结
    carry,       // 结转
    before,      // 上年
    after,       // 下年
    now,         // 本年
    cumulative,  // 以来, 历年
    period,      // 季度, 上半年
    compare,     // 同比
    request,     // 政府信息公开申请
    review,      // 行政复议
    litigation,  // 行政诉讼
    direct,      // 未经复议直接起诉
    after_review,
    other_object,  // 咨询, 来信: counted, but no request
    neutral,       // 申请人: looks like a word of the grammar and is none
    channel,       // 网络, 信函
    all_channels,  // 等渠道
    person,        // 自然人
    legal_person,  // 法人
    region,        // 全县: the figure may cover more than this agency
    parts,         // 各部门: the figure covers others
    result,        // 予以公开; detail: which row
    withdrawn,     // 撤回
    outcome,       // 维持; detail: which column
    open_case,     // 正在办理
    no,            // 未, 没有, 无
    zero,          // 零申请
    happen,        // 发生
    condition,     // 如果
    authority,     // 审理: as the one who decides
    lost,          // 败诉
    publicity,     // 信息公开: says what a dispute is about
    year,          // 2021年; detail: the year
    quantity       // detail: which of the line's quantities
};

[[nodiscard]] const prose::Lexicon<Word>& claim_words();
/// The row of the request form that a result word names: its key, or its group's key before the
/// dot, and its name.
[[nodiscard]] const prose::Detail& result_row(std::uint16_t detail);
/// The column of the dispute form that an outcome word names.
[[nodiscard]] std::string_view outcome_column(std::uint16_t detail);

}  // namespace gouji::consistency
