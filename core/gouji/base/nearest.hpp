#pragma once

#include "gouji/base/localized.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The nearest of `words` by edit distance over characters, or "" when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& words);

/// The end of a sentence that says `word` is not one of `known`: names the nearest of them, or says
/// what `fallback` says when none is near.
[[nodiscard]] Localized did_you_mean(std::string_view word, const std::vector<std::string>& known,
                                     const Localized& fallback = {});

/// The words with `separator` between them.
[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view separator);

}  // namespace gouji
