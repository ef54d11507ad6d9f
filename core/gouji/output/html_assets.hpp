#pragma once

#include <string_view>

namespace gouji {

/// html/page.css and html/page.js, as the build found them.
extern const std::string_view html_style;
extern const std::string_view html_script;

}  // namespace gouji
