// What the generators of C++ share: reading a file, and writing bytes as source.
#pragma once

#include "gouji/base/result.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// Ends the build with an error in both languages.
[[noreturn]] void stop(const Error& error);

/// What a file holds; ends the build where it cannot be read.
[[nodiscard]] std::string contents(const std::string& file);

/// Bytes as an initializer of a pointer and a size: string literals of one line each, in octal
/// escapes, which the compiler joins, and how many they are.
[[nodiscard]] std::string text(std::string_view bytes);

/// Writes only what has changed, so that what includes it is not compiled again without need.
void write(const std::string& file, const std::string& words);

}  // namespace gouji
