#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <cstdint>
#include <span>

namespace gouji {

/// A Hover over an offset: of each finding there what to do, then what is wrong, the figures it
/// compares, and the rule's page. Null where there is none.
[[nodiscard]] JsonValue hover_json(const Analysis& analysis, std::span<const std::uint32_t> shown,
                                   std::uint32_t offset, const TextDocument& document,
                                   const Client& client);

}  // namespace gouji
