// Which characters are mistaken for which, from sounds and shapes.
#pragma once

#include <map>
#include <string>

#include "../wording_tables.hpp"
#include "unihan.hpp"

namespace gouji::wording {

/// right -> (wrong -> how alike). Only characters of GB 2312: what people type.
using ConfusionSets = std::map<char16_t, std::map<char16_t, Likeness>>;

/// For every character of `rights`. `look_alikes` are groups of characters of similar shape that
/// the database does not tell.
[[nodiscard]] ConfusionSets confusion_sets(const HanTable& table, std::u16string_view rights,
                                           const std::vector<std::u16string>& look_alikes);

}  // namespace gouji::wording
