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
    std::vector<std::string> previous;  ///< folders of last year's reports
    std::string diff_base;
    std::uint64_t max_findings = UINT64_MAX;
    bool allow_non_reports = false;  ///< a named file need not be a report, nor any file
    bool force = false;              ///< outputs may replace files that gouji did not write
    bool whole_or_nothing = false;   ///< results of an incomplete run are not written
    bool color = false;
    bool quiet = false;
    Language language = Language::zh;
};

void add_check_options(Options& options);

/// The pairs of --format and --output.
Result<std::vector<std::pair<std::string, std::string>>> read_outputs(const Arguments& arguments);

Result<CheckOptions> read_check_options(const Arguments& arguments,
                                        const std::vector<Edition>& editions);

}  // namespace gouji
