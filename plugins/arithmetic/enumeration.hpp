#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace gouji::arithmetic {

/// One part of a list in prose: “公告 12 条”.
struct Part {
    const gouji_quantity* quantity = nullptr;
    std::uint16_t dimension =
        0;               ///< the way of dividing its label belongs to; 0 none that is known
    bool carry = false;  ///< 结转: may come on top of the total
    bool behind_semicolon = false;
    bool behind_stop = false;  ///< the list went on behind a full stop
};

/// A total in prose and the list of its parts: “共 20 条，其中 A 12 条、B 8 条”.
struct Enumeration {
    const gouji_quantity* total = nullptr;
    std::vector<Decimal>
        totals;  ///< every figure that the parts may add up to; the printed one first
    std::vector<Part> parts;
    bool closed = false;      ///< the list claims to be complete: 其他, 分别为
    bool plain = false;       ///< nothing about it can be read in two ways
    bool rounded = false;     ///< a part or the total is 余, 近, 约
    bool two_levels = false;  ///< parts joined by commas inside, by semicolons outside
};

/// All lists in the report's prose, in reading order. A figure inside deeper brackets divides the
/// part before it and is no part itself.
[[nodiscard]] const std::vector<Enumeration>& enumerations(const sdk::Document& document);

enum class Verdict : std::uint8_t { agrees, part_exceeds, sum_exceeds, sum_short };

struct Judgement {
    Verdict verdict = Verdict::agrees;
    const gouji_quantity* part = nullptr;  ///< for part_exceeds
    Decimal sum;                           ///< of the parts in the reading that comes nearest
};

/// Whether any reading of the list makes its figures agree; the fault when none does.
[[nodiscard]] Judgement judge(const Enumeration& list);

}  // namespace gouji::arithmetic
