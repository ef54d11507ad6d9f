#pragma once

#include "gouji/document/document.hpp"
#include "gouji/parse/source.hpp"

namespace gouji {

/// Gives the cut cells their places: columns, spans, and whether an empty cell is the hole of a
/// merged one or was left blank. Adds the table to the document.
void add_table(DocumentBuilder& builder, const CutTable& table, const Lexicon& lexicon);

}  // namespace gouji
