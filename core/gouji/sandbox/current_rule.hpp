#pragma once

#include <atomic>
#include <cstdint>

namespace gouji {

/// What a worker process is doing, in memory it shares with the one that watches it: still readable
/// when the worker is gone.
struct CurrentRule {
    static constexpr std::uint32_t nothing = UINT32_MAX;

    std::atomic<std::uint32_t> rule{nothing};  ///< whose check is running
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free, "shared between processes");

}  // namespace gouji
