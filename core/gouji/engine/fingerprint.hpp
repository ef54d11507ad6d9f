#pragma once

#include "gouji/diagnostics/similarity_key.hpp"

#include <string>
#include <vector>

namespace gouji {

struct AnalyzedReport;
class Catalogue;

/// What a finding is known by from one run to the next.
struct Fingerprint {
    /// The rule, the message and the words and table cell it is about, with its sentence. Never a
    /// line, a chapter's number, a file's name or how lines are broken. Equal ones are told apart
    /// by their order: “6c62272e07bb0142:1”, “…:2”.
    std::string context;
    std::string detail;  ///< its figures and words: differs when the same finding has changed
    SimilarityKey similarity_key;  ///< for when the sentence has been edited
};

/// One for each diagnostic of a report.
[[nodiscard]] std::vector<Fingerprint> fingerprints(const AnalyzedReport& analyzed,
                                                    const Catalogue& catalogue);

}  // namespace gouji
