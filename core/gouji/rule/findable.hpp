#pragma once

#include "gouji/base/result.hpp"

#include <optional>
#include <string_view>

namespace gouji {

/// Why a word cannot be found in the folded prose by the index of terms: too short, or written in a
/// way that folding takes away. Nothing when it can.
[[nodiscard]] std::optional<Error> unfindable(std::string_view word);

}  // namespace gouji
