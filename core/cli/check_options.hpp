#pragma once

#include "gouji/engine/run.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {

/// What the command line of `gouji check` asks for, once it makes sense.
struct CheckOptions {
    Overrides overrides;
    LoadOptions load;
    RunOptions run;
    Level fail_on = Level::error;
    std::vector<std::pair<std::string, std::string>> outputs;  ///< format and file
    std::string baseline;
    std::string diff_base;
    std::uint64_t max_findings = UINT64_MAX;
    bool isolate = false;           ///< whatever rules there are
    bool isolate_external = false;  ///< if there are rules from outside
    bool color = false;
    bool quiet = false;
    Language language = Language::zh;
};

[[nodiscard]] boost::program_options::options_description check_options();

/// Whether rules from outside the installation, if there are any, run in worker processes alone: by
/// itself where results go to machines.
[[nodiscard]] bool isolate_external(const Arguments& arguments);

Result<CheckOptions> read_check_options(const Arguments& arguments,
                                        const std::vector<Edition>& editions);

}  // namespace gouji
