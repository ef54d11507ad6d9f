// The decision trees that say how likely a candidate is a slip.
#pragma once

#include <string>
#include <vector>

#include "../slip_table.hpp"

namespace gouji::wording {

struct SlipTrees {
    float base = 0;  ///< what the leaves are added to
    std::vector<SlipTree> trees;
};

/// Ends the program with a sentence naming the line that is no tree.
[[nodiscard]] SlipTrees read_slip_trees(const std::string& path);

}  // namespace gouji::wording
