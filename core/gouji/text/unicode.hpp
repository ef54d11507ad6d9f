#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <string_view>

namespace gouji {

/// Columns that well-formed text takes in a terminal: 2 for Han and full-width characters, 0 for
/// combining and invisible ones. A tab counts 1: who prints it decides.
[[nodiscard]] std::uint32_t width(std::string_view text);

/// Words by the Unicode rules and ICU's dictionary; `word` is called once for each, in order,
/// with its stretch inside `text`. Blanks and punctuation are no words. Safe for many threads.
void words(std::string_view text, void* user, void (*word)(void* user, Span span));

}  // namespace gouji
