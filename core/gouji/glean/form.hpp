#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/glean/facts.hpp"

#include <vector>

namespace gouji {

/// Finds the three forms in the document's tables: fills forms, fields, labels, identities and
/// terms, `facts.form_edition`, and evidence on the edition. A form that no table carries gets its
/// fields from the edition of `facts.year_edition`, where that is already known. Editions and
/// lexicon outlive the facts.
void glean_form(const Document& document, const Lexicon& lexicon, Facts& facts);

/// The same with a lexicon made for this call.
void glean_form(const Document& document, const std::vector<Edition>& editions, Facts& facts);

}  // namespace gouji
