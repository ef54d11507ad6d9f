#pragma once

#include "gouji/edition/chapter_titles.hpp"
#include "gouji/parse/prose_line.hpp"

#include <span>

namespace gouji {

/// Marks the lines that are headings, of chapters and of their parts. A paragraph that starts
/// with a heading stays a paragraph; ProseLine::chapter is set where that heading is a chapter's.
void mark_headings(std::span<ProseLine> lines, const ChapterTitles& titles);

}  // namespace gouji
