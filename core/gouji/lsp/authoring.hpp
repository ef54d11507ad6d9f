#pragma once

#include "gouji/lsp/client.hpp"
#include "gouji/lsp/draft_rules.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// What an open document is, by its name and how it begins.
enum class DocumentKind : std::uint8_t { draft, rule_page, pack, configuration };

[[nodiscard]] DocumentKind document_kind(std::string_view path, std::string_view text);

/// What is wrong with a rule page, a pack.toml or a gouji.toml; nothing when it can be used.
[[nodiscard]] std::optional<Error> authoring_error(DocumentKind kind, const std::string& text,
                                                   const std::string& path, RuleSource& rules);

/// An error that begins FILE:LINE:COLUMN, as a Diagnostic at that place of the document; one
/// without a place stands at the beginning.
[[nodiscard]] JsonValue error_diagnostic_json(const Error& error, const std::string& path,
                                              const TextDocument& document, Language language);

/// Diagnostic[] of a rule page, a pack.toml or a gouji.toml.
[[nodiscard]] JsonValue authoring_diagnostics_json(DocumentKind kind, const TextDocument& document,
                                                   const std::string& path, RuleSource& rules,
                                                   Language language);

}  // namespace gouji
