#include "gouji/output/git.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {

GitProcess::GitProcess(const std::string& folder, std::vector<std::string> arguments, bool errors) {
    std::vector<std::string> words{"git", "-C", folder.empty() ? "." : folder, "-c",
                                   "core.fsmonitor=false"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    output_ = ends[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (errors) {
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    } else {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    pid_t child = 0;
    if (::posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ) == 0) child_ = child;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
}

void GitProcess::finish() {
    if (child_ >= 0) {
        std::array<char, 4096> buffer{};
        while (true) {
            const ssize_t got = ::read(output_, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            result_.output.append(buffer.data(), static_cast<std::size_t>(got));
        }
        int status = 0;
        while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
        if (WIFEXITED(status)) result_.status = WEXITSTATUS(status);
        child_ = -1;
    }
    if (output_ >= 0) ::close(output_);
    output_ = -1;
}

}  // namespace gouji
