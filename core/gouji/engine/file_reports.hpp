#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/file.hpp"

namespace gouji {

/// The stretch of the file's text that the report at `offset` takes: at least one byte, and never
/// beyond the text. A published page holds one report, whatever other titles its navigation lists.
[[nodiscard]] Span next_report(const File& file, std::uint32_t offset, const Lexicon& lexicon);

/// Reads one report of a file, by the structure that the file declares or by its text alone. The
/// file outlives the document.
[[nodiscard]] Document parse_report(const File& file, Span extent, const Lexicon& lexicon);

}  // namespace gouji
