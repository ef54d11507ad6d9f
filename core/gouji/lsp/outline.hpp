#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <string>

namespace gouji {

/// DocumentSymbol[]: reports of a compilation, chapters, parts, forms. Flat SymbolInformation[] for
/// clients that take nothing else.
[[nodiscard]] JsonValue symbols_json(const Analysis& analysis, const TextDocument& document,
                                     const std::string& uri, const Client& client);
/// FoldingRange[] of the same.
[[nodiscard]] JsonValue folding_json(const Analysis& analysis, const TextDocument& document);
/// CodeLens[]: over each form, how many of its identities hold.
[[nodiscard]] JsonValue lenses_json(const Analysis& analysis, const TextDocument& document,
                                    Language language);

}  // namespace gouji
