#pragma once

#include <span>

#include "cli/check_options.hpp"

namespace gouji {

/// One run of `gouji check`: everything is looked at, written, gated. The exit code, or why nothing
/// could be begun.
Result<int> check_run(const CheckOptions& wanted, const Installation& installation,
                      const Configurations& found, std::span<const Input> inputs);

}  // namespace gouji
