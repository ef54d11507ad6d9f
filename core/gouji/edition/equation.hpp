#pragma once

#include "gouji/edition/edition.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// Reads “total = natural + enterprise” or “issued <= in_force + repealed” into both sides and
/// the relation. Returns what is wrong with it, or nothing.
[[nodiscard]] std::optional<Error> read_equation(std::string_view equation, Edition::Identity& out);

}  // namespace gouji
