#pragma once

#include "gouji/lsp/open_documents.hpp"
#include "gouji/rpc/fields.hpp"

#include <string>

namespace gouji {

// What the requests of gouji's own answer, as JSON text: figures keep the digits of the document.

/// gouji/form: {"version": …, "reports": [what `gouji model --format json` prints, …]}.
[[nodiscard]] Result<std::string> form_json(const OpenDocument& document, RuleSource& rules);
/// gouji/sarif: the log that `gouji check --allow-non-reports --format sarif` writes of the text as
/// it is now. What cannot be read or was not loaded stands in it as notifications.
[[nodiscard]] Result<std::string> sarif_json(const OpenDocument& document, RuleSource& rules,
                                             Language language, const std::string& now);
/// gouji/status: whose report it is, which rules and configuration hold, how much was found, and
/// what was not read, not loaded or failed.
[[nodiscard]] JsonValue status_json(const OpenDocument& document, const Client& client,
                                    const RuleSource& rules);

}  // namespace gouji
