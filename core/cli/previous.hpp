#pragma once

#include "gouji/engine/run.hpp"

#include <atomic>
#include <memory>
#include <vector>

#include "cli/check_options.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {

/// Last year's reports that a run compares with: those of --previous, else those that each
/// configuration names.
class LastYear {
public:
    /// What of them is of no use, counted and named.
    void add_notices(std::vector<Notice>& out) const;
    /// After the run: reports whose agencies have none this year.
    void add_unasked(std::vector<Notice>& out) const;

    std::vector<std::unique_ptr<const PreviousReports>> sets;
};

/// Reads them and gives them to the files' configurations. Fails for a path that leads nowhere.
Result<LastYear> compare_with_last_year(const CheckOptions& options, const LoadOptions& load,
                                        const std::atomic<bool>& stop, ResolvedConfigs& configs);

}  // namespace gouji
