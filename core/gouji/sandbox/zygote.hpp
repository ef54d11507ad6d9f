#pragma once

#include "gouji/sandbox/shared_state.hpp"
#include "gouji/sandbox/workers.hpp"

#include <cstdint>

#include <sys/types.h>

namespace gouji {

/// Requests to the zygote and its answers, over a socket that keeps message borders.
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

/// The main function of the zygote: one thread, no document, only forking and reaping.
[[noreturn]] void zygote_main(int socket, const SharedState& shared, const Limits& limits,
                              const Workers::Answer& answer);

/// The zygote's answer, and the channel of a worker that it spawned, else -1.
[[nodiscard]] bool receive_answer(int socket, Answered& answered, int& descriptor);

}  // namespace gouji
