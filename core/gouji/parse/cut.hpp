#pragma once

#include "gouji/parse/block.hpp"
#include "gouji/parse/source.hpp"

#include <vector>

namespace gouji {

/// A report as blocks: its tables, cut out first, and every line outside them.
struct Pieces {
    std::vector<Block> blocks;
    std::vector<CutTable> tables;
};

[[nodiscard]] Pieces cut(Source& source);

}  // namespace gouji
