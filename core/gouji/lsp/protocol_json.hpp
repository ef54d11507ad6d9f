#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

// Values of the protocol's types, made and read.

[[nodiscard]] JsonValue position_json(TextPosition position);
[[nodiscard]] JsonValue range_json(TextRange range);
/// Nothing when it is no position; numbers beyond 32 bits count as the largest.
[[nodiscard]] std::optional<TextPosition> read_position(const JsonValue& value);
[[nodiscard]] std::optional<TextRange> read_range(const JsonValue& value);

/// A Diagnostic. `uri` is the document's own, for related places.
[[nodiscard]] JsonValue diagnostic_json(const LiveFinding& live, const TextDocument& document,
                                        const std::string& uri, const Client& client);

/// A TextEdit.
[[nodiscard]] JsonValue text_edit_json(const TextDocument& document, const Finding::Edit& edit);

/// A WorkspaceEdit of one document, in the form that the client takes. `version` is null for a file
/// that is not open.
[[nodiscard]] JsonValue workspace_edit_json(const std::string& uri, const JsonValue& version,
                                            JsonValue edits, const Client& client,
                                            bool create = false);

}  // namespace gouji
