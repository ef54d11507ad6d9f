#include "slip_opening.hpp"

#include <algorithm>

namespace gouji::wording {

SlipOpening::SlipOpening(const SlipTable& table, const SlipLattice& lattice)
    : table_(table), lattice_(lattice), most_{} {
    for (std::size_t size = 2; size <= reach && !table.empty(); ++size)
        most_[size] = worth(table.most(size));
}

bool SlipOpening::turn_to(std::size_t at, float least) {
    count_ = 0;
    at_ = at;
    before_ = false;
    behind_ = false;
    const std::span<const char16_t> run = lattice_.run();
    const std::size_t most_before = at == 0 ? 0 : lattice_.joined_before(at - 1);
    const std::size_t most_behind = at + 1 == run.size() ? 0 : lattice_.joined_from(at + 1);
    for (std::size_t before = 0; before <= std::min(most_before, reach - 1); ++before) {
        const std::size_t last = std::min(most_behind, reach - 1 - before);
        SlipHash front;
        for (std::size_t i = at - before; i < at; ++i) front.add(run[i]);
        SlipHash pattern = front;
        pattern.add(SlipTable::open);
        for (std::size_t behind = 0; behind <= last; ++behind) {
            if (behind > 0) pattern.add(run[at + behind]);
            if (before + behind == 0) continue;
            const float needed = least - slack - lattice_.without(at - before, at + behind + 1);
            if (most_[before + behind + 1] < needed ||
                worth(table_.pattern(pattern.value())) < needed)
                continue;
            stretches_[count_++] = {needed, front, static_cast<std::uint8_t>(before),
                                    static_cast<std::uint8_t>(behind)};
            before_ = before_ || before > 0;
            behind_ = behind_ || behind > 0;
        }
    }
    return count_ != 0;
}

std::span<const std::uint8_t> SlipOpening::joining(std::span<const char16_t> rights) {
    const std::span<const char16_t> run = lattice_.run();
    std::size_t count = 0;
    // Most join neither neighbour; without a branch that is soon said of all of them.
    const auto keep = [&](auto&& joins) {
        for (std::size_t i = 0; i < rights.size() && count < joining_.size(); ++i) {
            joining_[count] = static_cast<std::uint8_t>(i);
            count += joins(rights[i]) ? 1 : 0;
        }
    };
    const char16_t front = before_ ? run[at_ - 1] : u'\0';
    const char16_t next = behind_ ? run[at_ + 1] : u'\0';
    if (!behind_) {
        keep([&](char16_t right) { return table_.joins(front, right); });
    } else if (!before_) {
        keep([&](char16_t right) { return table_.joins(right, next); });
    } else {
        keep([&](char16_t right) {
            return static_cast<bool>(static_cast<int>(table_.joins(front, right)) |
                                     static_cast<int>(table_.joins(right, next)));
        });
    }
    return std::span(joining_).first(count);
}

bool SlipOpening::fits(char16_t right) const {
    const std::span<const char16_t> run = lattice_.run();
    for (const Stretch& stretch : std::span(stretches_).first(count_)) {
        SlipHash hash = stretch.front;
        hash.add(right);
        for (std::size_t i = 1; i <= stretch.behind; ++i) hash.add(run[at_ + i]);
        if (worth(table_.word(hash.value()).count) >= stretch.least) return true;
    }
    return false;
}

}  // namespace gouji::wording
