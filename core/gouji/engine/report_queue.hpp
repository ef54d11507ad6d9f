#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

namespace gouji {

/// One piece of work: a report of a file, or a file that could not be read.
struct WorkItem {
    std::uint64_t sequence = 0;  ///< its place in the order of delivery
    std::uint32_t input = 0;
    std::uint32_t ordinal = 0;
    std::shared_ptr<const File> file;  ///< null when there is a problem
    Span extent{};
    std::optional<Error> problem;
    bool skipped = false;  ///< the problem is why a walk left the file out
    bool last = true;      ///< of its file
};

/// Hands out the work in order, file by file and report by report. Safe for many threads.
class ReportQueue {
public:
    ReportQueue(std::span<const Input> inputs, const RunContext& setup)
        : inputs_(inputs), setup_(&setup) {}

    /// Nothing at the end of the last file. Reads the next file while the caller waits: files are
    /// small beside what is done with them, and one reader keeps the order simple.
    std::optional<WorkItem> next();

private:
    std::span<const Input> inputs_;
    const RunContext* setup_;
    std::mutex mutex_;
    std::uint64_t sequence_ = 0;
    std::uint32_t input_ = 0;           ///< the next file to open
    std::shared_ptr<const File> file_;  ///< being cut into reports
    std::uint32_t offset_ = 0;
    std::uint32_t ordinal_ = 0;
};

}  // namespace gouji
