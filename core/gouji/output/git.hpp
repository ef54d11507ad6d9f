#pragma once

#include <string>
#include <utility>
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

/// A running `git -C folder arguments…`, started without a shell, so that several can run at once.
/// The file system monitor, which a repository's configuration can set to any program, is off. With
/// `errors` standard error is in the output, too; otherwise it is dropped.
class GitProcess {
public:
    GitProcess(const std::string& folder, std::vector<std::string> arguments, bool errors = false);
    GitProcess(const GitProcess&) = delete;
    GitProcess& operator=(const GitProcess&) = delete;
    ~GitProcess() { finish(); }

    /// Waits for its end.
    [[nodiscard]] GitResult result() {
        finish();
        return std::move(result_);
    }

private:
    void finish();

    GitResult result_;
    int child_ = -1;   ///< -1: not started, or ended
    int output_ = -1;  ///< the descriptor to read from; -1: closed
};

/// Starts it and waits for its end.
[[nodiscard]] inline GitResult run_git(const std::string& folder,
                                       std::vector<std::string> arguments, bool errors = false) {
    return GitProcess(folder, std::move(arguments), errors).result();
}

}  // namespace gouji
