#pragma once

#include <cstdint>

namespace gouji {

/// What a worker process may use at most. 0: no limit.
struct Limits {
    std::uint64_t memory_bytes = 0;  ///< address space beyond what the process already has
    std::uint32_t milliseconds = 0;  ///< for one document
};

/// Which of the kernel's means hold for this process.
struct Confinement {
    bool no_new_privileges = false;
    bool files_read_only = false;  ///< Landlock: nothing can be written, made, removed or run
    /// seccomp: no network, no programs, no other processes, no change to files.
    bool calls_refused = false;
    bool memory_limited = false;
};

/// Gives up, for this process and its children, all that a checker has no need of. What the kernel
/// does not offer is left out and said so; nothing here fails. Called once, before foreign code
/// runs.
Confinement confine(const Limits& limits);

}  // namespace gouji
