#include "gouji/sandbox/worker.hpp"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

/// What of the environment a worker may see: how to find programs, libraries and the language.
/// Tokens and passwords of a CI stay here.
std::vector<std::string> harmless_environment() {
    std::vector<std::string> out;
    for (const char* name : {"PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ",
                             "GOUJI_LOG", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
    }
    out.emplace_back("PYTHONDONTWRITEBYTECODE=1");
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

/// A descriptor that lies above the standard ones, which may be closed here, in place of one that
/// need not.
int above_standard(int descriptor) {
    const int out = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(descriptor);
    return out;
}

/// Starts the program; the child's pid, or -1 with errno.
pid_t spawn(std::vector<std::string> command, int channel, int output) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, channel, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> environment = harmless_environment();
    pid_t child = -1;
    const int error = posix_spawn(&child, command.front().c_str(), &files, &attributes,
                                  pointers(command).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    errno = error;
    return error == 0 ? child : -1;
}

}  // namespace

struct Worker::State {
    explicit State(int socket) : channel(socket, longest_reply) {}

    Channel channel;
    int output = -1;  ///< where what it prints is read
    std::mutex mutex;
    std::condition_variable changed;
    pid_t process = 0;  ///< -1: could not be started; 0: not yet
    int error = 0;
    bool ended = false;
    int status = 0;
    std::thread keeper;

    /// Starts the child, waits for its end and clears up behind it. The kernel's PDEATHSIG goes by
    /// the thread that started a child: this one lives as long as the child does.
    void keep(const std::vector<std::string>& command, int theirs, int their_output) {
        const pid_t child = spawn(command, theirs, their_output);
        {
            const std::lock_guard lock(mutex);
            error = errno;
            process = child;
            ended = child < 0;
            changed.notify_all();
        }
        close(theirs);
        close(their_output);
        if (child < 0) return;
        siginfo_t ignored{};
        while (waitid(P_PID, static_cast<id_t>(child), &ignored, WEXITED | WNOWAIT) < 0 &&
               errno == EINTR) {
        }
        const std::lock_guard lock(mutex);
        kill(-child, SIGKILL);  // what it has started
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        ended = true;
        changed.notify_all();
    }
    /// Kills it if it has not ended by itself in time, and waits for its end.
    void end(std::chrono::milliseconds grace) {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, grace, [&] { return ended; })) kill(-process, SIGKILL);
        changed.wait(lock, [&] { return ended; });
    }
};

Worker::Worker(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Worker>> Worker::start(const std::vector<std::string>& command) {
    const auto cannot = [](int error) {
        const std::string why = std::strerror(error);
        return fail("无法启动隔离进程：" + why, "cannot start a worker process: " + why);
    };
    std::array<int, 2> pair{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return cannot(errno);
    auto state = std::make_unique<State>(pair[0]);
    std::array<int, 2> output{};
    if (pipe2(output.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        const int error = errno;
        close(pair[0]);
        close(pair[1]);
        return cannot(error);
    }
    state->output = output[0];
    std::unique_ptr<Worker> out(new Worker(std::move(state)));
    State& kept = *out->state_;
    kept.keeper =
        std::thread([&kept, command, theirs = above_standard(pair[1]),
                     printed = above_standard(output[1])] { kept.keep(command, theirs, printed); });
    std::unique_lock lock(kept.mutex);
    kept.changed.wait(lock, [&] { return kept.process != 0; });
    if (kept.process < 0) return cannot(kept.error);
    return out;
}

Worker::~Worker() {
    state_->end(std::chrono::milliseconds(0));
    state_->keeper.join();
    close(state_->channel.descriptor());
    close(state_->output);
}

Channel& Worker::channel() { return state_->channel; }

Worker::Death Worker::end(Channel::Outcome outcome) {
    state_->end(std::chrono::milliseconds(outcome == Channel::Outcome::gone ? 500 : 0));
    Death out{outcome, 0, 0};
    if (WIFSIGNALED(state_->status)) out.signal = WTERMSIG(state_->status);
    if (WIFEXITED(state_->status)) out.status = WEXITSTATUS(state_->status);
    return out;
}

std::string Worker::printed() const {
    std::string out;
    std::array<char, 4096> part{};
    constexpr std::size_t most = 1U << 16U;
    for (ssize_t got = 1; got > 0 && out.size() < most;) {
        got = read(state_->output, part.data(), part.size());
        if (got > 0) out.append(part.data(), static_cast<std::size_t>(got));
    }
    return out;
}

void die_with_parent() { prctl(PR_SET_PDEATHSIG, SIGKILL); }

}  // namespace gouji
