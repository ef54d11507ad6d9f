#pragma once

#include "gouji/lsp/draft_rules.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <string>
#include <vector>

namespace gouji {

/// What `initialize` says of the client, as far as the server goes by it.
struct Client {
    PositionEncoding encoding = PositionEncoding::utf16;
    Language language = Language::zh;
    Trust trust = Trust::data;
    std::vector<std::string> folders;  ///< paths of the workspace folders

    bool pulls = false;  ///< asks for diagnostics itself
    bool refreshes_diagnostics = false;
    bool refreshes_lenses = false;
    bool related = false;  ///< shows related information of diagnostics
    bool nested_symbols = false;
    bool markdown = false;         ///< in hovers
    bool snippets = false;         ///< in completions
    bool literal_actions = false;  ///< takes code actions, not only commands
    bool preferred_actions = false;
    bool document_changes = false;  ///< of workspace edits
    bool creates_files = false;
    bool shows_documents = false;  ///< window/showDocument
    bool watches_files = false;    ///< takes registrations of file watchers
    bool wants_status = false;     ///< initializationOptions.status
};

/// `params` are those of `initialize`; `language` holds unless the client names one.
[[nodiscard]] Client read_client(const JsonValue& params, Language language,
                                 bool language_is_fixed);

}  // namespace gouji
