#pragma once

#include "gouji/parse/prose_line.hpp"

#include <cstddef>
#include <span>

namespace gouji {

/// Finds the report's title among the lines in front of its first chapter, folded over up to four
/// of them, and marks it. What stands above it in short lines is boilerplate. Returns how many of
/// the lines are done: the index after the title, 0 without one. `chapters` says whether the text
/// has chapters: then an odd title is still a title.
std::size_t mark_title(std::span<ProseLine> front, bool chapters);

}  // namespace gouji
