#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/text/line_index.hpp"

#include <string_view>
#include <vector>

#include "cli/json_text.hpp"

namespace gouji {

/// The forms as a table to be drawn: every cell with its label, its state and its place, and every
/// identity with both its sides and whether it holds. What an editor's form view shows.
/// Without editions no row says which groups it belongs to.
void write_tables(JsonText& json, const SemanticModel& model, const LineIndex& lines,
                  const std::vector<Edition>& editions);

/// Why the form could not be read in full: “no-cells” and the like, as the evidence on the topic
/// “unreadable” says; "" where it was, or where the report does not have it.
[[nodiscard]] std::string_view unreadable_reason(const SemanticModel& model,
                                                 const gouji_form& form);

}  // namespace gouji
