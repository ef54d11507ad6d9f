#pragma once

#include <string_view>

namespace gouji {

/// Stands near the beginning of every page of results that gouji writes, so that a page left in a
/// folder of reports is not checked as one.
inline constexpr std::string_view own_page_mark = R"(<meta name="generator" content="gouji">)";

}  // namespace gouji
