#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <vector>

namespace gouji {

/// Finds the three forms in the document's tables: fills forms, fields, labels, identities and
/// terms, `model.form_edition`, and evidence on the edition. A form that no table carries gets its
/// fields from the edition of `model.year_edition`, where that is already known. Editions and
/// lexicon outlive the model.
void analyze_form(const Document& document, const Lexicon& lexicon, SemanticModel& model);

/// The same with a lexicon made for this call.
void analyze_form(const Document& document, const std::vector<Edition>& editions,
                  SemanticModel& model);

}  // namespace gouji
