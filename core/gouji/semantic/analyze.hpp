#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <cstdint>
#include <string>

namespace gouji {

/// What the user says about a report, against what the report says itself.
struct AnalysisOptions {
    std::string edition;         ///< id of an edition; "" or "auto": what the report shows
    std::int32_t year = 0;       ///< 0: what the report says
    bool assume_report = false;  ///< a text that is plainly no annual report is one all the same
};

/// The model of one document. The document, the lexicon and its editions outlive the model.
///
/// The prose comes first (title, year, chapters, dates); so analyze_form finds model.year and
/// model.year_edition set and can fall back on them where no table shows an edition. The edition
/// that the checks go by, and whether this is a report at all, is settled last.
[[nodiscard]] SemanticModel analyze(const Document& document, const Lexicon& lexicon,
                                    const AnalysisOptions& options);

}  // namespace gouji
