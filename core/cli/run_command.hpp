#pragma once

#include "gouji/base/result.hpp"

#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace gouji {

/// What a command does once its words make sense: the exit code, or why it could not.
using Work = std::function<Result<int>(const Arguments& arguments)>;

/// How nearly every command begins and ends: words are read against its options, --help is
/// answered, what went wrong is said.
int open_command(const Command& command, const boost::program_options::options_description& options,
                 const std::vector<std::string>& words, Language language, const Work& work);

}  // namespace gouji
