#pragma once

#include <string_view>

namespace gouji {

/// SemVer, from the build's project().
inline constexpr const char* version = GOUJI_VERSION;

}  // namespace gouji
