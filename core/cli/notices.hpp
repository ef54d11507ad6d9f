#pragma once

#include "gouji/engine/run.hpp"

#include <optional>
#include <span>
#include <vector>

#include "cli/resolve_configs.hpp"

namespace gouji {

/// Prints a notice as one line on standard error.
void say(const Notice& notice, std::span<const Input> inputs, std::span<const Rule> rules,
         Language language);

/// How foreign code of the run is confined, where that is less than it should be.
[[nodiscard]] std::optional<Notice> isolation_notice(
    const Catalogue& catalogue, std::span<const ResolvedConfig> resolved_configs);

/// What is known before any report is checked: refused plugins, rules that could not be built, runs
/// without a rule, suppressions that no longer hold, files and configurations left out.
[[nodiscard]] std::vector<Notice> notices_before(const Catalogue& catalogue,
                                                 const ResolvedConfigs& resolved_configs,
                                                 const Configurations& found);

/// Prints those notices, for commands that have no place for them in their output. False when
/// something could not be used: the command returns `exit_failed`.
[[nodiscard]] bool say_before(const Catalogue& catalogue, const ResolvedConfigs& resolved_configs,
                              const Configurations& found, std::span<const Input> inputs,
                              Language language);

/// Suppressions that covered nothing: their finding is fixed, or they are misspelt.
[[nodiscard]] std::vector<Notice> unused(const ResolvedConfigs& resolved_configs,
                                         const std::vector<bool>& used);

}  // namespace gouji
