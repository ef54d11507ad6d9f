#include "gouji/sandbox/workers.hpp"

#include "gouji/sandbox/channel.hpp"
#include "gouji/sandbox/zygote.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/random.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

/// A number that code which has not read the request cannot guess.
std::uint64_t fresh_token() {
    std::uint64_t token = 0;
    if (getrandom(&token, sizeof token, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof token)) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        token = static_cast<std::uint64_t>(now) * 0x9E3779B97F4A7C15U;
    }
    return token | 1U;  // never `any`
}

}  // namespace

struct Workers::State {
    struct Slot {
        pid_t process = -1;
        int channel = -1;
    };

    State(SharedState memory, const Limits& most) : shared(std::move(memory)), limits(most) {}

    int zygote_socket = -1;
    pid_t zygote = -1;
    std::mutex orders;  ///< one order and its answer at a time
    std::vector<Slot> slots;
    SharedState shared;
    Limits limits;

    bool order(const Order& what, Answered& answered, int& descriptor) {
        const std::lock_guard lock(orders);
        if (send(zygote_socket, &what, sizeof what, MSG_NOSIGNAL) !=
            static_cast<ssize_t>(sizeof what))
            return false;
        return receive_answer(zygote_socket, answered, descriptor);
    }
    bool spawn(unsigned slot) {
        Answered answered{};
        shared.current_rule(slot).rule.store(CurrentRule::nothing);
        if (!order({Order::What::spawn, slot, 0, 0}, answered, slots[slot].channel) ||
            answered.process < 0)
            return false;
        slots[slot].process = answered.process;
        return slots[slot].channel >= 0;
    }
    /// Ends a worker for good and says how it ended.
    int reap(unsigned slot, std::uint32_t grace) {
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
                                                const Answer& answer) {
    const auto cannot = [](const std::string& why) {
        return fail("无法准备隔离进程：" + why + "；可用 --isolate=off 不隔离运行",
                    "cannot prepare worker processes: " + why + "; --isolate=off does without");
    };
    auto shared = SharedState::make(count);
    if (!shared) return cannot(shared.error().zh);
    std::array<int, 2> pair{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return cannot(std::strerror(errno));
    auto state = std::make_unique<State>(std::move(*shared), limits);
    state->slots.resize(count);
    std::fflush(nullptr);
    state->zygote = fork();
    if (state->zygote < 0) return cannot(std::strerror(errno));
    if (state->zygote == 0) {
        close(pair[0]);
        zygote_main(pair[1], state->shared, limits, answer);
    }
    close(pair[1]);
    state->zygote_socket = pair[0];
    return std::unique_ptr<Workers>(new Workers(std::move(state)));
}

Workers::~Workers() {
    for (unsigned slot = 0; slot < state_->slots.size(); ++slot) {
        if (state_->slots[slot].process > 0) state_->reap(slot, 0);
    }
    close(state_->zygote_socket);
    int status = 0;
    while (waitpid(state_->zygote, &status, 0) < 0 && errno == EINTR) {
    }
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
    death.protocol_error = silence == Channel::Silence::protocol_error;
    death.rule = state.shared.current_rule(slot).rule.load();
    const int status = state.reap(slot, silence == Channel::Silence::gone ? 200 : 0);
    if (WIFSIGNALED(status)) death.signal = WTERMSIG(status);
    if (WIFEXITED(status)) death.status = WEXITSTATUS(status);
    return tl::unexpected(death);
}

const Confinement& Workers::confinement() const { return state_->shared.confinement(); }

}  // namespace gouji
