#pragma once

#include "gouji/base/result.hpp"
#include "gouji/judge/baseline.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The findings of a SARIF log that gouji wrote; those that were already absent in it are left out.
/// Errors name the file, the place and the remedy.
Result<std::vector<BaselineEntry>> read_baseline(const std::string& file);

}  // namespace gouji
