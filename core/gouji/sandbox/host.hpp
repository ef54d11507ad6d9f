#pragma once

#include "gouji/sandbox/confinement.hpp"

#include <span>
#include <string>
#include <vector>

namespace gouji {

/// The command that makes this program a worker: for the file of a plugin, …
[[nodiscard]] std::vector<std::string> plugin_command(const std::string& file,
                                                      const Limits& limits);
/// … or for a program and its arguments, in the folder of its pack, which it may read. The program
/// is looked up in PATH, or with a slash in that folder.
[[nodiscard]] std::vector<std::string> program_command(std::span<const std::string> program,
                                                       const std::string& folder,
                                                       const Limits& limits);

/// The life of a worker; `words` are the command's behind the name of this program and “worker”.
/// Returns only when it cannot begin.
int run_worker(std::span<const std::string> words);

}  // namespace gouji
