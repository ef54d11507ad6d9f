#pragma once

#include "gouji/edition/chapter_titles.hpp"
#include "gouji/parse/block.hpp"
#include "gouji/text/text.hpp"

#include <cstdint>
#include <span>

namespace gouji {

/// Whether a paragraph may go on in the next line, as in plain text.
enum class Wrapping : std::uint8_t { possible, none };

/// Says what each line outside tables is: title, heading, boilerplate, signature or paragraph, and
/// which lines continue the one before. Tables stay as they are. May narrow a block's span
/// (a Markdown heading's marks), never widen it.
void outline(const Text& text, std::span<Block> blocks, const ChapterTitles& titles,
             Wrapping wrapping = Wrapping::possible);

}  // namespace gouji
