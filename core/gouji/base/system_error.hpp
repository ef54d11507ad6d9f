#pragma once

#include "gouji/base/localized.hpp"

namespace gouji {

/// What an `errno` means, in both languages. Codes without a sentence of their own are given as
/// their number, in English with the system's words.
[[nodiscard]] Localized system_words(int error);

}  // namespace gouji
