#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <vector>

namespace gouji::consistency {

/// What a figure in prose says about the request and dispute forms.
enum class Topic : std::uint8_t {
    received,      // 新收, 收到, 受理
    handled,       // 办理 … (含上年结转 …)
    carried_in,    // 上年结转
    carried_out,   // 结转下年
    carried,       // 结转, it is not said from where to where
    closed,        // 答复, 办结
    result,        // 予以公开 …; `detail` is the row
    review,        // 行政复议
    litigation,    // 行政诉讼
    direct,        // 未经复议直接起诉
    after_review,  // 复议后起诉
    disputes,      // 行政复议和行政诉讼 together
    outcome        // 维持 …; `detail` is the column
};

/// One figure that prose claims. A plain “未收到” claims 0 and has `said_none`.
struct Claim {
    Topic topic{};
    Topic subject{};  ///< of an outcome: review, litigation, direct, after_review or disputes
    Decimal value;
    gouji_span where{};
    gouji_text unit{};
    std::uint32_t sentence = 0;
    std::uint16_t detail = 0;
    bool said_none = false;
    bool regional = false;     ///< 全县, 全镇: may cover more than the agency
    bool accepted = false;     ///< 受理: may be fewer than 收到
    bool withdrawals = false;  ///< the sentence speaks of withdrawn requests
};

/// Everything that the report's prose claims about its requests and disputes, in reading order.
/// Figures of other years, quarters, channels, groups of applicants, other offices and other
/// business are left out, and so are round figures.
[[nodiscard]] const std::vector<Claim>& read_claims(const sdk::Document& document);

}  // namespace gouji::consistency
