#include "gouji/isolate/workers.hpp"

#include "gouji/isolate/channel.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <mutex>
#include <new>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

/// What the nursery is told and answers, over a socket that keeps message borders.
struct Order {
    enum class What : std::uint32_t { spawn, reap };
    What what;
    std::uint32_t slot;
    pid_t process;        ///< to reap
    std::uint32_t grace;  ///< milliseconds it gets to end by itself and say how
};
struct Answered {
    pid_t process;        ///< spawned, or -1
    std::int32_t status;  ///< of the reaped one, as wait() has it
};

/// Memory that parent, nursery and workers share: a beacon each, and what the first worker found.
struct Shared {
    std::atomic<std::uint32_t> confined{0};
    Confinement confinement;
};

bool send_descriptor(int socket, const Answered& answered, int descriptor) {
    iovec data{const_cast<Answered*>(&answered), sizeof answered};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof answered);
}

bool receive_descriptor(int socket, Answered& answered, int& descriptor) {
    iovec data{&answered, sizeof answered};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = 0;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    descriptor = -1;
    if (got != static_cast<ssize_t>(sizeof answered)) return false;
    if (const cmsghdr* head = CMSG_FIRSTHDR(&message);
        head != nullptr && head->cmsg_type == SCM_RIGHTS) {
        std::memcpy(&descriptor, CMSG_DATA(head), sizeof descriptor);
    }
    return true;
}

/// What nobody can guess who has not read the request.
std::uint64_t fresh_token() {
    std::uint64_t token = 0;
    if (getrandom(&token, sizeof token, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof token)) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        token = static_cast<std::uint64_t>(now) * 0x9E3779B97F4A7C15U;
    }
    return token | 1U;  // never `any`
}

/// A worker's whole life.
[[noreturn]] void work(int socket, std::uint32_t slot, Beacon* beacons, Shared* shared,
                       const Limits& limits, const Workers::Answer& answer) {
    // Out of the way of code that closes the first few descriptors.
    const int channel_fd = fcntl(socket, F_DUPFD_CLOEXEC, 200);
    if (channel_fd >= 0) close(socket);
    const Channel channel(channel_fd >= 0 ? channel_fd : socket);
    struct stat mine {};
    fstat(channel.descriptor(), &mine);

    // What foreign code prints to standard output is neither ours nor the user's: it lands in
    // memory, where its size gives it away. What a library mutters on standard error harms nobody.
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
    if (shared->confined.load() == 0) {
        shared->confinement = held;
        shared->confined.store(1);
    }

    // Held open: to walk there for every report would cost more than all the rest.
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
        const int room_left = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
        if (room_left < 0) _exit(Workers::kept_descriptors);
        close(room_left);
        if (printed) _exit(Workers::wrote_output);
        // A thread that has been joined may still be on its way out.
        if (threads() > alone) {
            using Clock = std::chrono::steady_clock;
            const auto end = Clock::now() + std::chrono::milliseconds(100);
            while (threads() > alone) {
                if (Clock::now() > end) _exit(Workers::left_threads);
                usleep(1000);
            }
        }
        if (limits.memory_bytes == 0) return;
        const std::size_t wanted = limits.memory_bytes / 8;
        void* room =
            mmap(nullptr, wanted, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (room == MAP_FAILED) _exit(Workers::took_memory);
        munmap(room, wanted);
    };
    Channel::Silence silence{};
    for (;;) {
        std::uint64_t token = Channel::any;
        const auto request = channel.receive(0, token, silence);
        if (!request) break;
        const std::string reply = answer(*request, beacons[slot], guard);
        beacons[slot].rule.store(Beacon::nothing);
        if (!channel.send(reply, token)) _exit(1);
    }
    _exit(0);
}

/// How a child ended; one that does not end in time is killed.
int reap(pid_t process, std::uint32_t grace) {
    int status = 0;
    for (std::uint32_t waited = 0; waited < grace; ++waited) {
        if (waitpid(process, &status, WNOHANG) != 0) {
            kill(-process, SIGKILL);
            return status;
        }
        usleep(1000);
    }
    kill(-process, SIGKILL);
    kill(process, SIGKILL);
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// The nursery's whole life: one thread, no document, nothing but forking and reaping.
[[noreturn]] void nurse(int socket, Beacon* beacons, Shared* shared, const Limits& limits,
                        const Workers::Answer& answer) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    Order order{};
    for (;;) {
        const ssize_t got = recv(socket, &order, sizeof order, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got != static_cast<ssize_t>(sizeof order)) _exit(0);
        Answered answered{-1, 0};
        int theirs = -1;
        if (order.what == Order::What::spawn) {
            int pair[2];
            if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0) {
                answered.process = fork();
                if (answered.process == 0) {
                    close(socket);
                    close(pair[0]);
                    work(pair[1], order.slot, beacons, shared, limits, answer);
                }
                close(pair[1]);
                theirs = pair[0];
            }
        } else {
            answered.process = order.process;
            answered.status = reap(order.process, order.grace);
        }
        const bool sent = send_descriptor(socket, answered, theirs);
        if (theirs >= 0) close(theirs);
        if (!sent) _exit(0);
    }
}

}  // namespace

struct Workers::State {
    struct Slot {
        pid_t process = -1;
        int channel = -1;
    };

    int nursery_socket = -1;
    pid_t nursery = -1;
    std::mutex orders;  ///< one order and its answer at a time
    std::vector<Slot> slots;
    Beacon* beacons = nullptr;
    Shared* shared = nullptr;
    std::size_t mapped = 0;
    Limits limits;

    bool order(const Order& what, Answered& answered, int& descriptor) {
        const std::lock_guard lock(orders);
        if (send(nursery_socket, &what, sizeof what, MSG_NOSIGNAL) !=
            static_cast<ssize_t>(sizeof what))
            return false;
        return receive_descriptor(nursery_socket, answered, descriptor);
    }
    bool spawn(unsigned slot) {
        Answered answered{};
        beacons[slot].rule.store(Beacon::nothing);
        if (!order({Order::What::spawn, slot, 0, 0}, answered, slots[slot].channel) ||
            answered.process < 0)
            return false;
        slots[slot].process = answered.process;
        return slots[slot].channel >= 0;
    }
    /// Ends a worker for good and says how it ended.
    int bury(unsigned slot, std::uint32_t grace) {
        close(slots[slot].channel);
        Answered answered{};
        int none = -1;
        const bool known =
            order({Order::What::reap, slot, slots[slot].process, grace}, answered, none);
        slots[slot] = {};
        return known ? answered.status : 0;
    }
};

Workers::Workers(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Workers>> Workers::start(unsigned count, const Limits& limits,
                                                Answer answer) {
    auto state = std::make_unique<State>();
    state->limits = limits;
    state->slots.resize(count);
    state->mapped = sizeof(Shared) + alignof(Beacon) + count * sizeof(Beacon);
    void* memory =
        mmap(nullptr, state->mapped, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int pair[2];
    if (memory == MAP_FAILED || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        return fail(std::string("无法准备隔离进程：") + std::strerror(errno) +
                        "；可用 --isolate=off 不隔离运行",
                    std::string("cannot prepare worker processes: ") + std::strerror(errno) +
                        "; --isolate=off does without");
    }
    state->shared = new (memory) Shared{};
    state->beacons = reinterpret_cast<Beacon*>(static_cast<char*>(memory) + sizeof(Shared));
    for (unsigned i = 0; i < count; ++i) new (&state->beacons[i]) Beacon{};
    std::fflush(nullptr);
    state->nursery = fork();
    if (state->nursery < 0) {
        return fail(std::string("无法创建隔离进程：") + std::strerror(errno) +
                        "；可用 --isolate=off 不隔离运行",
                    std::string("cannot fork worker processes: ") + std::strerror(errno) +
                        "; --isolate=off does without");
    }
    if (state->nursery == 0) {
        close(pair[0]);
        nurse(pair[1], state->beacons, state->shared, limits, answer);
    }
    close(pair[1]);
    state->nursery_socket = pair[0];
    return std::unique_ptr<Workers>(new Workers(std::move(state)));
}

Workers::~Workers() {
    for (unsigned slot = 0; slot < state_->slots.size(); ++slot) {
        if (state_->slots[slot].process > 0) state_->bury(slot, 0);
    }
    close(state_->nursery_socket);
    int status = 0;
    while (waitpid(state_->nursery, &status, 0) < 0 && errno == EINTR) {
    }
    munmap(state_->shared, state_->mapped);
}

tl::expected<std::string, Workers::Death> Workers::ask(unsigned slot, std::string_view request) {
    State& state = *state_;
    Death death;
    if (state.slots[slot].process < 0 && !state.spawn(slot)) return tl::unexpected(death);
    const Channel channel(state.slots[slot].channel);
    auto silence = Channel::Silence::gone;
    std::uint64_t token = fresh_token();
    if (channel.send(request, token)) {
        if (auto reply = channel.receive(state.limits.milliseconds, token, silence))
            return std::move(*reply);
    }
    death.late = silence == Channel::Silence::late;
    death.mad = silence == Channel::Silence::mad;
    death.rule = state.beacons[slot].rule.load();
    const int status = state.bury(slot, silence == Channel::Silence::gone ? 200 : 0);
    if (WIFSIGNALED(status)) death.signal = WTERMSIG(status);
    if (WIFEXITED(status)) death.status = WEXITSTATUS(status);
    return tl::unexpected(death);
}

const Confinement& Workers::confinement() const { return state_->shared->confinement; }

}  // namespace gouji
