#pragma once

#include "gouji/engine/report_queue.hpp"
#include "gouji/engine/run.hpp"

#include <atomic>

namespace gouji {

/// Takes one work item through all modules, from `parse` to `output`.
[[nodiscard]] ReportResult process_report(WorkItem& unit, const RunContext& setup,
                                          const std::atomic<bool>& stop, const Render& render,
                                          Turn turn = {});

}  // namespace gouji
