#pragma once

#include "gouji/base/result.hpp"
#include "gouji/corpus/fact_columns.hpp"
#include "gouji/document/document.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The version of the table of facts. It grows when a column changes its meaning or goes; new
/// columns leave it as it is.
constexpr int facts_version = 1;

/// What is known of a report besides the figures of its forms, in the order of the table.
constexpr std::array<std::string_view, 12> fact_texts{
    "file", "report",  "line",          "agency",      "agency_kind", "division",
    "year", "edition", "signed_agency", "signed_date", "period_from", "period_to"};

/// One row of the table of facts: a report. Values are decimal numbers and texts as they are
/// printed; nothing where the report does not tell, or leaves a cell blank.
struct ReportFacts {
    std::array<std::optional<std::string>, fact_texts.size()> texts;  ///< by fact_texts
    std::vector<std::optional<std::string>> values;                   ///< by FactColumns
    std::vector<std::uint32_t>
        lines;  ///< by FactColumns: of the cell, from 1; 0 where there is none
};

/// Which of fact_texts are whole numbers: report, line and year.
[[nodiscard]] bool is_number(std::size_t fact_text);

/// The facts of one report. `line` gives the line of a byte of the document, from 1.
[[nodiscard]] ReportFacts facts_of(const Document& document, const SemanticModel& model,
                                   const FactColumns& columns, std::string_view file,
                                   std::uint32_t ordinal,
                                   const std::function<std::uint32_t(std::uint32_t)>& line);

/// One line of NDJSON, with its line end. Figures keep their digits.
[[nodiscard]] std::string to_ndjson(const ReportFacts& facts, const FactColumns& columns);

/// Reads such a line. The line is untrusted: what is of another version, names unknown columns or
/// holds anything but numbers and texts is refused.
Result<ReportFacts> from_ndjson(std::string_view line, const FactColumns& columns);

}  // namespace gouji
