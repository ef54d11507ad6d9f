#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <string>
#include <vector>

namespace gouji {

/// What rooms 1 to 3 made of a report, as `gouji model --format json` prints it: the names in it
/// are promises to outsiders. With the editions, rows say which groups they belong to.
[[nodiscard]] std::string model_json(const Document& document, const SemanticModel& model,
                                     const std::vector<Edition>& editions = {});

/// The same for people.
[[nodiscard]] std::string model_text(const Document& document, const SemanticModel& model,
                                     Language language);

}  // namespace gouji
