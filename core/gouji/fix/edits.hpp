#pragma once

#include "gouji/rule/finding.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The edits of the safe fixes of some findings, sorted, none overlapping another. A finding's fix
/// is taken whole or not at all; where two fixes claim the same words the earlier one is taken. The
/// other is offered again, if it still applies, when the fixed text is checked again.
[[nodiscard]] std::vector<Finding::Edit> safe_edits(std::span<const Finding* const> findings);

/// The text after the edits, which lie inside it and stand in any order. An edit that begins inside
/// an earlier one is left out.
[[nodiscard]] std::string apply_edits(std::string_view text, std::vector<Finding::Edit> edits);

/// Edits of a text and then edits of the result, as edits of the original text. Both are sorted and
/// do not overlap.
[[nodiscard]] std::vector<Finding::Edit> compose_edits(std::span<const Finding::Edit> first,
                                                       std::span<const Finding::Edit> then);

/// The change as a unified diff with three lines of context; "" when nothing changes.
[[nodiscard]] std::string unified_diff(std::string_view text, std::span<const Finding::Edit> edits,
                                       std::string_view name);

}  // namespace gouji
