#pragma once

#include "gouji/edition/lexicon.hpp"

#include <string_view>

namespace gouji {

/// Whether a line is the title of one of a report's chapters, with or without its ordinal. Titles
/// that differ a little count where the ordinal is right.
[[nodiscard]] bool is_chapter_title(const Lexicon& lexicon, std::string_view line);

/// Whether a cell holds a label of one of the forms.
[[nodiscard]] bool is_form_label(const Lexicon& lexicon, std::string_view cell);

}  // namespace gouji
