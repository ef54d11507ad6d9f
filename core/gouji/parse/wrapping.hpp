#pragma once

#include "gouji/parse/prose_line.hpp"

#include <span>

namespace gouji {

/// Joins prose that was wrapped at a fixed width: sets Block::continues.
void join_wrapped(std::span<const ProseLine> lines, std::span<const Block> blocks);

}  // namespace gouji
