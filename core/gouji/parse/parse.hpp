#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/edition/lexicon.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The stretch of the report that begins at `offset`: up to where the next one's title begins,
/// or to the end of the text. A file of many reports is read, checked and dropped one stretch
/// after the other; the scan never looks back before `offset`.
[[nodiscard]] Span next_report(const Text& text, std::uint32_t offset, const Lexicon& lexicon);

/// Reads one report. `text` outlives the document.
[[nodiscard]] Document parse_report(const Text& text, Span extent, std::string file_name,
                                    const Lexicon& lexicon);

/// Reads every report of a text. For small texts and tests: the engine goes report by report.
[[nodiscard]] std::vector<Document> read(const Text& text, const std::string& file_name,
                                         const std::vector<Edition>& editions);

}  // namespace gouji
