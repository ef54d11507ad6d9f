#pragma once

#include "gouji/rule/page.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One command of the program. `run` gets the words behind the command's name and returns the exit
/// code.
struct Command {
    std::string_view name;
    Localized summary;  ///< one line for `gouji help`
    Localized help;     ///< one screen, with an example
    int (*run)(const std::vector<std::string>& words, Language language);
};

/// All commands, in the order of `gouji help`.
[[nodiscard]] std::span<const Command* const> commands();

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
extern const Command help_command;

}  // namespace gouji
