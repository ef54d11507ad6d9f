#pragma once

#include "gouji/document/document.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The semantic model of a report, as `gouji model` prints it for people.
[[nodiscard]] std::string model_text(const Document& document, const SemanticModel& model,
                                     Language language);

}  // namespace gouji
