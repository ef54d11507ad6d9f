#pragma once

#include "gouji/engine/report_queue.hpp"
#include "gouji/engine/run.hpp"

#include <atomic>

namespace gouji {

/// What a run tells of a report besides its findings: counts, notices, whose it is. `file` is its
/// index among the inputs; `last` and `rendered` are left to the caller.
[[nodiscard]] ReportResult result_of(const AnalyzedReport& analyzed, std::uint32_t file);

/// Takes one work item through all modules, from `parse` to `output`.
[[nodiscard]] ReportResult process_report(WorkItem& unit, const RunContext& setup,
                                          const std::atomic<bool>& stop, const Render& render,
                                          Turn turn = {});

}  // namespace gouji
