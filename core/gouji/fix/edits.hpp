#pragma once

#include "gouji/rule/finding.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The edits of the safe fixes of some findings, sorted, none overlapping another. A finding's fix
/// is taken whole or not at all; where two fixes claim the same words the earlier one is taken, and
/// the other comes back, if it is still wanted, when the mended text is checked again.
[[nodiscard]] std::vector<Finding::Edit> safe_edits(std::span<const Finding* const> findings);

/// The text after the edits. They are sorted, do not overlap and lie inside the text.
[[nodiscard]] std::string applied(std::string_view text, std::span<const Finding::Edit> edits);

/// Edits of a text, then edits of what it became: as edits of the text as it was.
[[nodiscard]] std::vector<Finding::Edit> composed(std::span<const Finding::Edit> first,
                                                  std::span<const Finding::Edit> then);

/// The change as a unified diff with three lines of context; "" when nothing changes.
[[nodiscard]] std::string unified_diff(std::string_view text, std::span<const Finding::Edit> edits,
                                       std::string_view name);

}  // namespace gouji
