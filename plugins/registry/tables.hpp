// What the generator makes of rules/documents.tsv and rules/divisions.txt.
#pragma once

#include <cstdint>
#include <span>

#include "documents.hpp"

namespace gouji::registry {

extern const std::span<const Document> document_table;
extern const std::span<const std::uint32_t> division_table;  ///< hashes, ascending

}  // namespace gouji::registry
