// Which runs of characters were looked through before, and nothing was found in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji::wording {

/// Remembers runs by a hash of 64 bits, the later ones in place of earlier ones: a fixed amount of
/// memory, whatever the number of reports. Reports say many things in the same words, the more so
/// those of one authority.
class CleanRuns {
public:
    [[nodiscard]] bool holds(std::uint64_t hash) const {
        return !runs_.empty() && runs_[place(hash)] == hash;
    }
    void add(std::uint64_t hash) {
        if (runs_.empty()) runs_.resize(std::size_t{1} << bits);
        runs_[place(hash)] = hash;
    }

private:
    static constexpr std::uint32_t bits = 13;
    [[nodiscard]] static std::size_t place(std::uint64_t hash) { return hash >> (64 - bits); }

    std::vector<std::uint64_t> runs_;  ///< 0 is free
};

}  // namespace gouji::wording
