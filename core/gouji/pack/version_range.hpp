#pragma once

#include <optional>
#include <string_view>

namespace gouji {

/// Whether a version lies in a range like “>=0.1, <1”. Nullopt when the range cannot be read.
[[nodiscard]] std::optional<bool> in_version_range(std::string_view version,
                                                   std::string_view range);

}  // namespace gouji
