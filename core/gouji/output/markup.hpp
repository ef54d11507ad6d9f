#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// Adds a character to XML or HTML, in elements and in quoted attributes, so that it is never taken
/// for markup. Characters that neither can hold become U+FFFD. `bytes` is the character in UTF-8.
void add_character(std::string& out, char32_t code, std::string_view bytes);

/// Text inside XML, attributes included: line ends and tabs are kept there, too.
[[nodiscard]] std::string xml(std::string_view text);

}  // namespace gouji
