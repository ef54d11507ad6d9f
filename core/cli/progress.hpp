#pragma once

#include "gouji/base/localized.hpp"

#include <chrono>
#include <cstddef>

namespace gouji {

/// One line on a terminal's standard error while a run takes longer than a second: how many files,
/// how fast, how long still. Silent where standard error is no terminal.
class Progress {
public:
    Progress(std::size_t files, bool quiet, Language language);
    /// The run has come to this file (from 0).
    void at(std::size_t file);
    /// Wipes the line.
    void done();

private:
    using Clock = std::chrono::steady_clock;
    std::size_t files_;
    Language language_;
    bool on_;
    bool shown_ = false;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point last_ = begun_;
};

}  // namespace gouji
