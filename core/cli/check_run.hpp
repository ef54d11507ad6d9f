#pragma once

#include <span>

#include "cli/check_options.hpp"

namespace gouji {

/// One run of `gouji check`. The exit code, or why the run could not begin.
Result<int> check_run(const CheckOptions& options, const Installation& installation,
                      const Configurations& found, std::span<const Input> inputs);

/// `gouji check` as a baseline is made: a run that cannot begin, or does not check everything,
/// leaves the file as it is.
Result<int> update_baseline(const Arguments& arguments, Language language);

}  // namespace gouji
