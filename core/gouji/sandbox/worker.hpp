#pragma once

#include "gouji/sandbox/shared_state.hpp"
#include "gouji/sandbox/workers.hpp"

namespace gouji {

/// A worker's whole life: it gives up what it will not need, then answers what comes over `socket`.
[[noreturn]] void work(int socket, unsigned slot, const SharedState& board, const Limits& limits,
                       const Workers::Answer& answer);

}  // namespace gouji
