// The words that could stand over one character if it were another one: whether any of them is
// worth so much that the reading gains enough. Most places answer without trying a character.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "slip_lattice.hpp"
#include "slip_table.hpp"

namespace gouji::wording {

class SlipOpening {
public:
    /// Both outlive it.
    SlipOpening(const SlipTable& table, const SlipLattice& lattice);

    /// Turns to a place of the lattice's run. False where no word could gain `least`.
    [[nodiscard]] bool turn_to(std::size_t at, float least);
    /// Which of the characters join one of the place's neighbours, as indices; the first 256 of
    /// them count. Until the next call.
    [[nodiscard]] std::span<const std::uint8_t> joining(std::span<const char16_t> rights);
    /// Whether a word of several characters with `right` there gains that much.
    [[nodiscard]] bool fits(char16_t right) const;

private:
    /// A stretch around the place that a word could take: what it has to be worth.
    struct Stretch {
        float least;
        SlipHash front;  ///< of the characters in front of the place
        std::uint8_t before;
        std::uint8_t behind;
    };
    /// What a word of that count adds to the score of a reading.
    [[nodiscard]] float worth(std::uint32_t count) const {
        return count == 0 ? -1e9F : table_.share(count) - SlipLattice::word_cost;
    }
    /// Sums of a different order differ by less.
    static constexpr float slack = 0.01F;
    static constexpr std::size_t reach = SlipTable::longest_word;

    const SlipTable& table_;
    const SlipLattice& lattice_;
    std::array<float, reach + 1> most_;  ///< by length: what the commonest word is worth
    std::array<Stretch, reach * reach> stretches_;
    std::array<std::uint8_t, 256> joining_;
    std::size_t count_ = 0;
    std::size_t at_ = 0;
    bool before_ = false;  ///< some stretch begins in front of the place
    bool behind_ = false;  ///< … and some ends behind it
};

}  // namespace gouji::wording
