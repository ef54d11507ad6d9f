#pragma once

#include "gouji/diagnostics/baseline.hpp"
#include "gouji/diagnostics/profile.hpp"
#include "gouji/rule/finding.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

/// A finding at its resolved level.
struct Diagnostic {
    Finding finding;
    Level level = Level::warning;
    BaselineState baseline = BaselineState::none;
    std::uint32_t suppression = UINT32_MAX;  ///< the run's number of the one that covers it

    /// Whether anybody has to act on it: neither accepted nor known from the baseline.
    [[nodiscard]] bool counts() const {
        return suppression == UINT32_MAX &&
               (baseline == BaselineState::none || baseline == BaselineState::fresh);
    }
};

/// How many findings there are of each level, for the exit code and summaries.
struct Tally {
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t notes = 0;
    std::uint64_t accepted = 0;  ///< covered by a suppression; not among the others
    std::uint64_t known = 0;     ///< in the baseline already; not among the others
    std::uint64_t outside = 0;   ///< of no concern to the change that is checked; not among them

    void add(Level level);
    void add(const Tally& other);
    [[nodiscard]] std::uint64_t total() const { return errors + warnings + notes; }
    /// How many are at a level or above it; none when it is off.
    [[nodiscard]] std::uint64_t at_least(Level level) const;
};

/// Gives one document's findings their levels, removes duplicates and sorts them by place, then
/// rule, then words. The order does not depend on which rule ran first.
[[nodiscard]] std::vector<Diagnostic> resolve_diagnostics(std::vector<Finding> findings,
                                                          std::span<const Rule> rules,
                                                          const Profile& profile);

}  // namespace gouji
