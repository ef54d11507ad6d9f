#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/engine/catalogue.hpp"

#include <span>
#include <string>

namespace gouji {

/// The JSON Schema of gouji.toml with the rules and options of these pages.
[[nodiscard]] std::string config_schema(const Catalogue& catalogue,
                                        std::span<const Edition> editions);

}  // namespace gouji
