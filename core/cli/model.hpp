#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The document and the semantic model of a report, as `gouji model --format json` prints them. The
/// member names are public and stay. With the editions, rows say which groups they belong to.
[[nodiscard]] std::string model_json(const Document& document, const SemanticModel& model,
                                     const std::vector<Edition>& editions = {});

/// The same for people.
[[nodiscard]] std::string model_text(const Document& document, const SemanticModel& model,
                                     Language language);

}  // namespace gouji
