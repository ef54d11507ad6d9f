#pragma once

#include <gouji/sdk.hpp>

#include <span>
#include <vector>

#include "../../prose/folded.hpp"
#include "words.hpp"

namespace gouji::consistency {

using Token = prose::Hit<Word>;

/// One sentence as the grammar sees it: its words, marks, years and quantities in order.
/// Titles in 《》 are stepped over.
[[nodiscard]] std::vector<Token> tokens(const prose::Folded& sentence,
                                        std::span<const gouji_quantity> quantities);

[[nodiscard]] bool ends_clause(Word kind);

}  // namespace gouji::consistency
