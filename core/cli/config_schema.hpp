#pragma once

#include "gouji/engine/catalogue.hpp"

#include <string>

namespace gouji {

/// The JSON Schema of gouji.toml with the rules and options of these pages.
[[nodiscard]] std::string config_schema(const Catalogue& catalogue);

}  // namespace gouji
