#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/suppression_edit.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace gouji {

/// An open draft as code actions see it.
struct ActionContext {
    const Analysis& analysis;
    std::span<const std::uint32_t> shown;  ///< the findings that are shown
    const TextDocument& document;
    const std::string& uri;
    JsonValue version;
    const Client& client;
    /// Where suppressions go; nothing for a draft that is no file.
    std::function<std::optional<ConfigurationTarget>()> configuration;
};

/// CodeAction[] for a range: fixes of the findings there, safe ones preferred; ways to accept them;
/// and source.fixAll.gouji. `only` is the list of kinds that are asked for, or null.
[[nodiscard]] JsonValue code_actions_json(const ActionContext& context, TextRange range,
                                          const JsonValue& only);

}  // namespace gouji
