#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// What a worker process may use at most.
struct Limits {
    std::uint64_t memory_bytes = std::uint64_t{1} << 30U;  ///< beyond what the process has already
    std::uint32_t milliseconds = 10'000;                   ///< for one document
};

/// What code is going to run in a worker.
enum class Guest : std::uint8_t { plugin, program };

/// Gives up, before any foreign code is mapped, all but what loading takes: reading the system's
/// libraries and `readable`; for a program also being executed. No network, no other process, no
/// change to any file, no terminal. Returns the names of the kernel's layers that are not to be had
/// here. Nothing here fails.
[[nodiscard]] std::vector<std::string> confine_loading(const Limits& limits, Guest guest,
                                                       std::span<const std::string> readable);
/// Gives up the rest, once a plugin has been loaded: no file at all, and only such calls as
/// computing takes.
void confine_checking();

}  // namespace gouji
