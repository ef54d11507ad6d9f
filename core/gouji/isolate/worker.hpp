#pragma once

#include "gouji/isolate/board.hpp"
#include "gouji/isolate/workers.hpp"

namespace gouji {

/// A worker's whole life: it gives up what it will not need, then answers what comes over `socket`.
[[noreturn]] void work(int socket, unsigned slot, const Board& board, const Limits& limits,
                       const Workers::Answer& answer);

}  // namespace gouji
