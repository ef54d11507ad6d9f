#pragma once

#include <string>
#include <vector>

namespace gouji::bench {

/// What one run of a program cost.
struct Cost {
    int code = -1;         ///< exit code; 128 + n when signal n ended it
    double seconds = 0;    ///< by the clock
    double busy = 0;       ///< of processor time, user and system
    double megabytes = 0;  ///< of memory, at the most
};

/// Runs a program (the first word is its path) with its output thrown away.
Cost run(const std::vector<std::string>& command);

/// The middle one of several runs, by the clock.
Cost median(const std::vector<std::string>& command, int runs);

}  // namespace gouji::bench
