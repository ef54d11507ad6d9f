#pragma once

#include "cli/command.hpp"

namespace gouji {

/// Parses the words after the command's name, answers --help, runs the command and prints its
/// error. The exit code.
int run_command(const Command& command, const std::vector<std::string>& words, Language language);

/// The help of a command, on one screen.
[[nodiscard]] std::string help_of(const Command& command, Language language);

}  // namespace gouji
