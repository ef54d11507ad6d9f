#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/read/block.hpp"
#include "gouji/text/text.hpp"

#include <span>
#include <vector>

namespace gouji {

/// Says what each line outside tables is: title, heading, residue, signature or paragraph, and
/// which lines continue the one before. Tables stay as they are. May narrow a block's span
/// (a Markdown heading's marks), never widen it.
void outline(const Text& text, std::span<Block> blocks, const std::vector<Edition>& editions);

}  // namespace gouji
