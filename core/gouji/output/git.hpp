#pragma once

#include <string>
#include <vector>

namespace gouji {

/// What a git command printed.
struct GitResult {
    int status = -1;  ///< its exit code; -1: git could not be started or was killed
    std::string output;

    [[nodiscard]] bool ok() const { return status == 0; }
    /// The first line.
    [[nodiscard]] std::string line() const { return output.substr(0, output.find('\n')); }
};

/// Runs `git -C folder arguments…` without a shell. The file system monitor, which a repository's
/// configuration can set to any program, is off. With `errors` standard error is in the output,
/// too; otherwise it is dropped.
[[nodiscard]] GitResult run_git(const std::string& folder, std::vector<std::string> arguments,
                                bool errors = false);

}  // namespace gouji
