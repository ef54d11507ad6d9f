#include <algorithm>
#include <optional>

#include "enumeration.hpp"

// A list is faulty only when no reading of it agrees. Readings differ in where the list ends, in
// whether carried-over requests count, and in whether it divides the total once or several times
// (自然人 2 件、法人 2 件；网络 2 件、信函 2 件): parts that fill a total exactly end a division,
// and the next part begins another.

namespace gouji::arithmetic {
namespace {

using Parts = std::vector<const Part*>;

struct Run {
    bool over = false;     ///< some division went beyond every total
    bool filled = false;   ///< the last division is complete
    bool touched = false;  ///< a total was met exactly somewhere
    Decimal left;          ///< what the last division adds up to
};

Run run(const Parts& parts, const std::vector<Decimal>& totals) {
    const Decimal most = *std::max_element(totals.begin(), totals.end());
    Run out;
    for (const Part* part : parts) {
        out.filled = false;
        out.left = out.left + Decimal(part->quantity->value);
        if (std::find(totals.begin(), totals.end(), out.left) != totals.end()) {
            out.filled = out.touched = true;
            out.left = 0;
        } else if (out.left > most) {
            out.over = true;
        }
    }
    return out;
}

template <class Keep>
Parts select(const Enumeration& list, Keep keep) {
    Parts out;
    for (const Part& part : list.parts) {
        if (keep(part)) out.push_back(&part);
    }
    return out;
}

/// The parts cut where `begins` says that a new group begins.
template <class Begins>
std::vector<Parts> groups(const Parts& parts, Begins begins) {
    std::vector<Parts> out(1);
    for (const Part* part : parts) {
        if (!out.back().empty() && begins(*out.back().back(), *part)) out.emplace_back();
        out.back().push_back(part);
    }
    return out;
}

/// Every way to read the list, each as the divisions it consists of.
std::vector<std::vector<Parts>> readings(const Enumeration& list) {
    const Parts all = select(list, [](const Part&) { return true; });
    const Parts near = select(list, [](const Part& part) { return !part.behind_stop; });
    const Parts fresh = select(list, [](const Part& part) { return !part.carry; });
    std::vector<std::vector<Parts>> out{{all}};
    if (near.size() < all.size()) out.push_back({near});
    if (fresh.size() < all.size()) {
        out.push_back({fresh});
        out.push_back(
            {select(list, [](const Part& part) { return !part.carry && !part.behind_stop; })});
    }
    if (list.two_levels) {
        out.push_back(
            groups(near, [](const Part&, const Part& next) { return next.behind_semicolon; }));
    }
    // A label of another kind (a channel behind an applicant) may begin another division.
    const auto turns = [](const Part& before, const Part& next) {
        return next.dimension != before.dimension && next.dimension != 0 && before.dimension != 0;
    };
    for (const Parts& parts : {near, fresh}) {
        auto divided = groups(parts, turns);
        if (divided.size() > 1) out.push_back(std::move(divided));
    }
    return out;
}

}  // namespace

Judgement judge(const Enumeration& list) {
    Judgement out;
    if (list.total->exactness == GOUJI_MORE_THAN || list.total->exactness == GOUJI_ABOUT)
        return out;
    const Decimal most = *std::max_element(list.totals.begin(), list.totals.end());
    for (const Part& part : list.parts) {
        out.sum = out.sum + Decimal(part.quantity->value);
        const bool at_least =
            part.quantity->exactness == GOUJI_EXACT || part.quantity->exactness == GOUJI_MORE_THAN;
        if (!part.carry && !part.behind_stop && at_least && Decimal(part.quantity->value) > most &&
            out.part == nullptr) {
            out.part = part.quantity;
        }
    }
    if (out.part != nullptr) {
        out.verdict = Verdict::part_exceeds;
        return out;
    }
    if (list.rounded || list.parts.size() < 2) return out;
    bool over = true;
    bool touched = false;
    for (const auto& reading : readings(list)) {
        bool beyond = false;
        for (const Parts& division : reading) {
            if (division.empty()) continue;
            const Run result = run(division, list.totals);
            beyond = beyond || result.over;
            touched = touched || result.touched;
        }
        over = over && beyond;
    }
    if (over) {
        out.verdict = Verdict::sum_exceeds;
    } else if (list.closed && !touched && out.sum < Decimal(list.total->value)) {
        out.verdict = Verdict::sum_short;
    }
    return out;
}

}  // namespace gouji::arithmetic
