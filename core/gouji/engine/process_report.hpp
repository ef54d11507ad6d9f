#pragma once

#include "gouji/engine/report_queue.hpp"
#include "gouji/engine/run.hpp"

#include <atomic>

namespace gouji {

/// One unit through rooms 2 to 6: what is delivered of it.
[[nodiscard]] ReportResult process_report(WorkItem& unit, const RunContext& setup,
                                          const std::atomic<bool>& stop, const Render& render,
                                          Watch* watch = nullptr);

}  // namespace gouji
