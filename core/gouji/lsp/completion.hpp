#pragma once

#include "gouji/lsp/authoring.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <string_view>

namespace gouji {

/// CompletionItem[] at a place of TOML: keys and tables that a JSON Schema allows there, and the
/// words that a value may be. Nothing outside the front matter of a rule page.
[[nodiscard]] JsonValue completions_json(DocumentKind kind, const JsonValue& schema,
                                         const TextDocument& document, TextPosition position,
                                         const Client& client);

/// The JSON Schemas of a rule page's front matter and of pack.toml.
extern const std::string_view rule_page_schema;
extern const std::string_view pack_schema;

}  // namespace gouji
