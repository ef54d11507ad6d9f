#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <memory>
#include <vector>

#include "figures.hpp"

namespace gouji::arithmetic {

/// One part of a list in prose: “公告 12 条”.
struct Part {
    const Figure* figure = nullptr;
    bool firm = false;  ///< certainly of this list; a part that is not may only make it agree
};

/// A total in prose and the list of its parts: “共 20 条，其中 A 12 条、B 8 条”.
struct Enumeration {
    const Figure* total = nullptr;
    std::vector<Decimal> totals;  ///< every value, in the total's unit, that the parts may add up
                                  ///< to; the printed total first
    std::vector<Part> parts;      ///< in reading order; the firm ones come first
    Opening opening = Opening::none;
    bool certain = false;  ///< the total is the one that the parts divide, beyond doubt
    bool closed = false;   ///< the list claims to be complete: 其他, 分别为, 合计
    bool mixed = false;    ///< figures of other units or kinds stand between or after the parts
    bool plain = false;    ///< one total, divided: nothing can be in two of the parts
    bool weak = false;     ///< two parts whose words leave open whether they divide the total
    bool rounded = false;  ///< a part or the total is 余
    bool open = false;     ///< a part or the total is 近, 约, 超过
};

/// All figures in the report's prose and all lists that they form, in reading order.
struct Model {
    std::vector<std::unique_ptr<const Passage>> passages;
    std::vector<Enumeration> lists;
};

/// Computed once per report for all rules that read it.
[[nodiscard]] const Model& model(const sdk::Document& document);

/// The figures of the request form that a total of requests may stand for besides itself.
[[nodiscard]] std::vector<Decimal> form_totals(const sdk::Document& document, Decimal total);

enum class Verdict : std::uint8_t { agrees, part_exceeds, sum_exceeds, sum_short };

struct Judgement {
    Verdict verdict = Verdict::agrees;
    const Figure* part = nullptr;  ///< for part_exceeds
    Decimal sum;  ///< of the parts that were added up, in the total's unit; the least it can be
    std::size_t count = 0;  ///< how many parts they are, from the first
};

/// Whether any reading of the list makes its figures agree; the fault when none does.
[[nodiscard]] Judgement judge(const Enumeration& list);

}  // namespace gouji::arithmetic
