#pragma once

#include "gouji/base/localized.hpp"
#include "gouji/base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/options.hpp"

namespace gouji {

/// One command of the program.
struct Command {
    std::string_view name;
    Localized summary;  ///< one line for `gouji help`
    Localized usage;    ///< the help before the options: how to call it, what it does
    Localized notes;    ///< the help after the options: examples, exit codes
    /// Adds the command's own options; null when it has none.
    void (*options)(Options& options);
    /// The exit code, or why the command could not run.
    Result<int> (*run)(const Arguments& arguments, Language language);
};

/// All commands, in the order of `gouji help`.
[[nodiscard]] std::span<const Command* const> commands();
/// The command of this name; the error names the nearest.
Result<const Command*> find_command(const std::string& name);

extern const Command check_command;
extern const Command rules_command;
extern const Command explain_command;
extern const Command model_command;
extern const Command test_command;
extern const Command plugins_command;
extern const Command new_command;
extern const Command fix_command;
extern const Command config_command;
extern const Command baseline_command;
extern const Command facts_command;
extern const Command pack_command;
extern const Command lsp_command;
extern const Command help_command;

}  // namespace gouji
