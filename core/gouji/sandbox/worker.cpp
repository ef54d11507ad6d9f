#include "gouji/sandbox/worker.hpp"

#include "gouji/sandbox/channel.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gouji {

void worker_main(int socket, unsigned slot, const SharedState& shared, const Limits& limits,
                 const Workers::Answer& answer) {
    // A high number, since faulty code closes the first few descriptors.
    const int channel_fd = fcntl(socket, F_DUPFD_CLOEXEC, 200);
    if (channel_fd >= 0) close(socket);
    const Channel channel(channel_fd >= 0 ? channel_fd : socket);
    struct stat mine {};
    fstat(channel.descriptor(), &mine);

    // Standard output belongs to the parent. What foreign code prints there goes to a memory file,
    // whose size shows that it did. Standard error is discarded.
    const int sink = memfd_create("gouji-worker-output", MFD_CLOEXEC);
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (sink >= 0) dup2(sink, STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    if (input >= 0) dup2(input, STDIN_FILENO);
    std::setvbuf(stdout, nullptr, _IONBF, 0);

    for (const int number :
         {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGHUP, SIGALRM}) {
        std::signal(number, number == SIGINT || number == SIGHUP ? SIG_IGN : SIG_DFL);
    }
    std::signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);  // where the kernel lets it have children, they end with it
    const Confinement held = confine(limits);
    shared.set_confinement(held);
    shared.keep_only(slot);
    CurrentRule& current_rule = shared.current_rule(slot);

    // Kept open: resolving the path for each report would cost more than the other checks.
    const int tasks_fd = open("/proc/self/task", O_PATH | O_DIRECTORY | O_CLOEXEC);
    struct stat tasks {};
    const auto threads = [&] { return fstat(tasks_fd, &tasks) == 0 ? tasks.st_nlink : 0; };
    const auto alone = threads();
    const auto guard = [&] {
        struct stat now {};
        const bool open_still = fstat(channel.descriptor(), &now) == 0 &&
                                now.st_ino == mine.st_ino && now.st_dev == mine.st_dev;
        struct stat out {};
        const bool out_there = fstat(STDOUT_FILENO, &out) == 0;
        const bool printed = out_there && out.st_size != 0;
        const bool tasks_there = tasks_fd < 0 || fcntl(tasks_fd, F_GETFD) >= 0;
        if (!open_still || !out_there || !tasks_there) _exit(Workers::closed_descriptors);
        const int spare = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
        if (spare < 0) _exit(Workers::kept_descriptors);
        close(spare);
        if (printed) _exit(Workers::wrote_output);
        // The kernel may still count a thread that has just been joined.
        if (threads() > alone) {
            using Clock = std::chrono::steady_clock;
            const auto end = Clock::now() + std::chrono::milliseconds(100);
            while (threads() > alone) {
                if (Clock::now() > end) _exit(Workers::left_threads);
                usleep(1000);
            }
        }
        if (limits.memory_bytes == 0) return;
        const std::size_t size = limits.memory_bytes / 8;
        void* reserve =
            mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (reserve == MAP_FAILED) _exit(Workers::took_memory);
        munmap(reserve, size);
    };
    Channel::Silence silence{};
    for (;;) {
        std::uint64_t token = Channel::any;
        const auto request = channel.receive(0, token, silence);
        if (!request) break;
        const std::string reply = answer(*request, current_rule, guard);
        current_rule.rule.store(CurrentRule::nothing);
        if (!channel.send(reply, token)) _exit(1);
    }
    _exit(0);
}

}  // namespace gouji
