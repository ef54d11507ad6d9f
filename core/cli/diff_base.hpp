#pragma once

#include "gouji/engine/run.hpp"

#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Says for each input which lines differ from a git revision, and returns the findings of the
/// changed files as they were: a finding counts when it touches a change, or was not there before,
/// because its cause may lie elsewhere. The earlier files are checked like the present ones, with
/// the configuration that holds now; what goes wrong with them is no error, it only leaves more to
/// count. Reports that are gone since are named in a notice. Runs git.
Result<Baseline> compare_with_revision(const std::string& revision, std::span<const Input> inputs,
                                       const RunContext& context,
                                       std::vector<InputContext>& contexts,
                                       const RunOptions& options, std::vector<Notice>& notices);

}  // namespace gouji
