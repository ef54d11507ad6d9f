#pragma once

#include "gouji/rule/page.hpp"

#include <string>

namespace gouji {

/// The C++ header of a page: a struct for each message with a field for each placeholder, sorted by
/// name, and the word lists. `stem` names its namespace: gouji::page::<stem>.
[[nodiscard]] std::string page_header(const Page& page, const std::string& stem);

}  // namespace gouji
