// Reading the lists: UTF-8, one entry a line, columns parted by tabs, '#' opens a comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::wording {

using Row = std::vector<std::string>;

/// Ends the program with a sentence naming the file when it cannot be read.
[[nodiscard]] std::vector<Row> read_rows(const std::string& path);

/// The first columns alone.
[[nodiscard]] std::vector<std::string> read_words(const std::string& path);

/// UTF-16 code units; ends the program on a character outside the basic plane.
[[nodiscard]] std::u16string wide(std::string_view text);
[[nodiscard]] std::string narrow(std::u16string_view text);

[[noreturn]] void stop(const std::string& why);

}  // namespace gouji::wording
