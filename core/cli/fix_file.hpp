#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// A file with its safe fixes applied.
struct FixedFile {
    std::vector<Finding::Edit> edits;   ///< of File::source() as it was
    std::string source;                 ///< as it is now; of a .docx, the text
    std::string bytes;                  ///< what is to be stored
    std::size_t comments = 0;           ///< proposals written into a .docx
    bool report = false;                ///< whether anything in the file is a report
    std::vector<RuleFailure> failures;  ///< rules without which it was fixed, each once
};

/// Applies the safe fixes of every report in a file until none is left, since one can expose
/// another. In a .docx they become tracked changes, and the fixes that need a decision become
/// comments. Nothing is written. `date`: of the tracked changes, 2026-01-31T08:00:00Z.
[[nodiscard]] Result<FixedFile> fix_file(const std::shared_ptr<const File>& file,
                                         std::uint32_t input, const RunContext& context,
                                         const std::string& date, Language language);

}  // namespace gouji
