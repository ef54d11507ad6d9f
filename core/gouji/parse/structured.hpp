#pragma once

#include "gouji/container/structure.hpp"
#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"

#include <string>

namespace gouji {

/// Parses the report in `extent` from a file that declares its own lines and tables, so that
/// nothing about them is guessed; what the lines are (titles, headings, signatures) is found as in
/// plain text. `text` outlives the document.
[[nodiscard]] Document parse_structured(const Text& text, Span extent, std::string file_name,
                                        const Lexicon& lexicon, const Structure& structure);

}  // namespace gouji
