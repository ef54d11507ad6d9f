#pragma once

#include "gouji/output/format.hpp"

#include <cstdint>
#include <string>

namespace gouji {

/// The anchor of a report's section.
[[nodiscard]] std::string html_section(std::uint32_t file, std::uint32_t ordinal);

/// One report as a section of the page: its text as a reader sees it, findings in the margin.
/// A report without findings is shown in full only if `whole`. Nothing at all for a text that is no
/// report.
void html_report(const AnalyzedReport& analyzed, std::uint32_t file, const RunView& run, bool whole,
                 const Write& write);

}  // namespace gouji
