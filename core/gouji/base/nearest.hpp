#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The nearest of `words` by edit distance over characters, or "" when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace gouji
