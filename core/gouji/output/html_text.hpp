#pragma once

#include "gouji/diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// Adds text that HTML shows as it stands and never takes for markup, in elements and in quoted
/// attributes. A line break becomes a blank between half-width words, and nothing between others.
void add_html(std::string& out, std::string_view text);
[[nodiscard]] std::string html(std::string_view text);

/// The class of a level in the page's style: “error”.
[[nodiscard]] const char* html_class(Level level);
/// The class of a finding: that of its level, or “past” when it is accepted or in the baseline.
[[nodiscard]] const char* html_class(const Diagnostic& diagnostic);

}  // namespace gouji
