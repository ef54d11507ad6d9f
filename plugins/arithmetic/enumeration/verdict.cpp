#include <algorithm>
#include <span>

#include "enumeration.hpp"

// A list is faulty only when no reading of it agrees. Readings differ in where the list ends, in
// whether carried-over requests count, and in whether it divides the total once or several times
// (自然人 2 件、法人 2 件；网络 2 件、信函 2 件): parts that fill a total exactly end a division,
// and the next part begins another.

namespace gouji::arithmetic {
namespace {

/// How one reading of a list ends.
struct Reading {
    bool over = false;     ///< some division went beyond every total
    bool touched = false;  ///< a total was met exactly somewhere
};

/// A count that the report gives exactly or as 余, in the total's unit.
struct Range {
    Decimal least;
    Decimal most;

    [[nodiscard]] bool meets(const Enumeration& list) const {
        return std::ranges::any_of(list.totals, [&](Decimal total) {
            return total <= most && least <= total + list.total->spare;
        });
    }
};

Range range_of(const Part& part, const Enumeration& list) {
    const Decimal least = value_in(*part.figure, *list.total);
    return {least, least + part.figure->spare};
}

Reading add_up(const Enumeration& list, std::span<const Part> parts, bool carried, Decimal most) {
    Reading out;
    Range sum{0, 0};
    for (const Part& part : parts) {
        if (part.figure->carry && !carried) continue;
        const Range count = range_of(part, list);
        // What holds of everything (“126 个村，其中通水 120 个，建公开栏 126 个”) divides nothing.
        if (count.meets(list)) {
            out.touched = true;
            continue;
        }
        sum = {sum.least + count.least, sum.most + count.most};
        if (sum.meets(list)) {
            out.touched = true;
            sum = {0, 0};
        } else if (sum.least > most) {
            out.over = true;
        }
    }
    return out;
}

}  // namespace

Judgement judge(const Enumeration& list) {
    Judgement out;
    if (list.total->open || list.parts.empty()) return out;
    const Decimal most = *std::ranges::max_element(list.totals) + list.total->spare;
    const auto firm_end = std::ranges::find(list.parts, false, &Part::firm);
    const std::span all(list.parts);
    const std::span firm = all.first(static_cast<std::size_t>(firm_end - list.parts.begin()));
    const auto exceeds = [&](const Part& part) {
        return list.certain && !part.figure->carry && !part.figure->dated && !part.figure->open &&
               value_in(*part.figure, *list.total) > most;
    };
    const auto first = std::ranges::find_if(firm, exceeds);
    if (first != firm.end()) {
        // A slip makes one part too great. Where several are, they are parts of something else,
        // such as all figures of the sentence before 其中.
        if (std::ranges::count_if(firm, exceeds) > 1) return out;
        out.verdict = Verdict::part_exceeds;
        out.part = first->figure;
        return out;
    }
    if (list.open || list.parts.size() < 2 || !list.certain) return out;
    const Reading strict = add_up(list, firm, true, most);
    const Reading fresh = add_up(list, firm, false, most);
    const Reading whole = add_up(list, all, true, most);
    const auto sum_of = [&](std::span<const Part> parts) {
        Decimal sum = 0;
        for (const Part& part : parts) sum = sum + value_in(*part.figure, *list.total);
        return sum;
    };
    if (strict.over && fresh.over) {
        out.verdict = Verdict::sum_exceeds;
        out.count = firm.size();
        out.sum = sum_of(firm);
    } else if (list.closed && !list.rounded && !strict.touched && !fresh.touched &&
               !whole.touched && sum_of(all) < Decimal(list.total->quantity->value)) {
        out.verdict = Verdict::sum_short;
        out.count = all.size();
        out.sum = sum_of(all);
    }
    return out;
}

}  // namespace gouji::arithmetic
