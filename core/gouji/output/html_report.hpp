#pragma once

#include "gouji/output/format.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What the summary says of one report.
struct HtmlDigest {
    struct Count {
        std::uint32_t rule = 0;  ///< index into the catalogue
        Level level = Level::note;
        std::uint64_t findings = 0;
    };
    std::string id;      ///< of the report's section
    std::string agency;  ///< as the title says; "" when unknown
    std::string year;    ///< "2022", or "" when unknown
    std::vector<Count> counts;
};

/// One report as a section of the page: its text as a reader sees it, findings in the margin.
/// A report without findings is shown in full only if `whole`. In front stands the digest, in one
/// line; see take_digest(). Nothing at all for a text that is no report.
void html_report(const AnalyzedReport& analyzed, std::uint32_t file, const RunView& run, bool whole,
                 const Write& write);

/// Cuts the digest off the first piece that html_report() wrote.
[[nodiscard]] HtmlDigest take_digest(std::string_view& rendered);

}  // namespace gouji
