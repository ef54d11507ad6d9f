#pragma once

#include <string_view>

namespace gouji {

/// SemVer, from the build's project().
inline constexpr const char* version = GOUJI_VERSION;

/// Where the project lives; its documentation stands below.
inline constexpr std::string_view home = GOUJI_HOME;

}  // namespace gouji
