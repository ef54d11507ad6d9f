#pragma once

#include <span>

#include "cli/check_options.hpp"

namespace gouji {

/// One run of `gouji check`. The exit code, or why the run could not begin.
Result<int> check_run(const CheckOptions& options, const Installation& installation,
                      const Configurations& found, std::span<const Input> inputs);

/// `gouji check`: collects the inputs, loads what they need, and runs.
Result<int> check_reports(const Arguments& arguments, Language language);

}  // namespace gouji
