#include "gouji/engine/rehearsal.hpp"

#include "gouji/plugin/native_checker.hpp"
#include "gouji/plugin/plugin.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

constexpr int patience_milliseconds = 10'000;
constexpr char done = 'k';

/// The child's whole life. `word` is where it says that all went well.
[[noreturn]] void perform(const std::filesystem::path& file, int word, int output) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, STDIN_FILENO), dup2(nowhere, STDERR_FILENO);
    if (output >= 0) dup2(output, STDOUT_FILENO);
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    if (const auto plugin = load_plugin(file)) {
        for (const NativeRule& rule : plugin->rules)
            static_cast<void>(make_native_checker(rule.functions, rule.page));
    }
    static_cast<void>(!write(word, &done, 1));
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    _exit(0);  // a sanitizer has its own idea of a clean end
#else
    std::exit(0);  // runs what the plugin wants run at the end
#endif
}

/// Whether the child said its word and then ended in time; kills it if not.
struct Outcome {
    bool said = false;
    bool late = false;
    int status = 0;
};
Outcome attend(pid_t child, int word) {
    Outcome out;
    int waited = 0;
    for (bool open = true; open && !out.late;) {
        pollfd one{word, POLLIN, 0};
        const int ready = poll(&one, 1, 100);
        if (ready == 0) {
            waited += 100;
            out.late = waited >= patience_milliseconds;
        } else if (ready > 0) {
            char letter = 0;
            open = read(word, &letter, 1) > 0;
            out.said = out.said || (open && letter == done);
        }
    }
    for (; !out.late && waitpid(child, &out.status, WNOHANG) == 0; ++waited) {
        out.late = waited >= patience_milliseconds;
        usleep(1000);
    }
    kill(-child, SIGKILL);
    if (out.late) {
        kill(child, SIGKILL);
        while (waitpid(child, &out.status, 0) < 0 && errno == EINTR) {
        }
    }
    return out;
}

}  // namespace

Result<void> rehearse(const std::filesystem::path& plugin) {
    std::array<int, 2> pipe_ends{};
    const int output = memfd_create("gouji-rehearsal", MFD_CLOEXEC);
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) {
        if (output >= 0) close(output);
        return {};  // no means to rehearse: the plugin is believed
    }
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        close(pipe_ends[0]);
        perform(plugin, pipe_ends[1], output);
    }
    close(pipe_ends[1]);
    Outcome outcome{true, false, 0};
    if (child > 0) outcome = attend(child, pipe_ends[0]);
    close(pipe_ends[0]);
    struct stat printed {};
    const bool quiet = output < 0 || (fstat(output, &printed) == 0 && printed.st_size == 0);
    if (output >= 0) close(output);

    const std::string file = plugin.string();
    const auto refuse = [&](const std::string& zh, const std::string& en) {
        return fail(file + "：试载入时" + zh + "，不用这个插件",
                    file + ": when tried out it " + en + "; the plugin is not used");
    };
    if (outcome.late) return refuse("迟迟没有结束", "did not end in time");
    if (WIFSIGNALED(outcome.status)) {
        const std::string number = std::to_string(WTERMSIG(outcome.status));
        return refuse("崩溃（信号 " + number + "）", "crashed (signal " + number + ")");
    }
    if (!outcome.said || WEXITSTATUS(outcome.status) != 0) {
        const std::string status = std::to_string(WEXITSTATUS(outcome.status));
        return refuse("自行结束了进程（返回 " + status + "）",
                      "ended the process (status " + status + ")");
    }
    if (!quiet) return refuse("向标准输出写了内容", "wrote to standard output");
    return {};
}

}  // namespace gouji
