#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sample/chance.hpp"

namespace gouji::fuzz {

/// The words of a libFuzzer dictionary, one a line: "word", with \xNN, \\ and \" inside; lines that
/// begin with # are comments.
[[nodiscard]] std::vector<std::string> read_dictionary(const std::string& path);

/// Cuts, doubles, moves and overwrites stretches; puts words where they do not belong. A stretch is
/// some bytes, and so cuts through characters, or a line, a tag or a cell.
[[nodiscard]] std::string damaged(std::string text, const std::vector<std::string>& words,
                                  sample::Chance& chance);

}  // namespace gouji::fuzz
