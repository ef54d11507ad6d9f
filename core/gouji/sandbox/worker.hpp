#pragma once

#include "gouji/sandbox/shared_state.hpp"
#include "gouji/sandbox/workers.hpp"

namespace gouji {

/// The main function of a worker: it gives up the rights that a checker does not need, then answers
/// the requests that come over `socket`.
[[noreturn]] void worker_main(int socket, unsigned slot, const SharedState& shared,
                              const Limits& limits, const Workers::Answer& answer);

}  // namespace gouji
