// Lays the lexicon out as the table of slip_table.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../slip_table.hpp"
#include "confusion_sets.hpp"
#include "slip_lexicon.hpp"
#include "slip_trees.hpp"
#include "unihan.hpp"

namespace gouji::wording {

/// The characters that somebody may have meant to type: the common ones, but for numerals.
[[nodiscard]] std::u16string meant_characters(const SlipLexicon& lexicon);

/// The bytes of the table; the same for the same input.
[[nodiscard]] std::vector<std::byte> slip_table_bytes(const SlipLexicon& lexicon,
                                                      const HanTable& han,
                                                      const ConfusionSets& sets,
                                                      const SlipTrees& trees);

}  // namespace gouji::wording
