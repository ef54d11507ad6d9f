#pragma once

#include "gouji/engine/run.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {

/// The validated options of `gouji check`.
struct CheckOptions {
    Overrides overrides;
    LoadOptions load;
    RunOptions run;
    Level fail_on = Level::error;
    std::vector<std::pair<std::string, std::string>> outputs;  ///< format and file
    std::string baseline;
    std::string diff_base;
    std::uint64_t max_findings = UINT64_MAX;
    bool isolate = false;           ///< also when all rules are of the installation
    bool isolate_external = false;  ///< if rules of external plugins are loaded
    bool color = false;
    bool quiet = false;
    Language language = Language::zh;
};

void add_check_options(Options& options);

/// Whether rules of external plugins run in worker processes only: by default where the output is
/// for machines.
[[nodiscard]] bool isolate_external(const Arguments& arguments);

Result<CheckOptions> read_check_options(const Arguments& arguments,
                                        const std::vector<Edition>& editions);

}  // namespace gouji
