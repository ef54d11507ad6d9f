#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace gouji {

/// Whether a version lies in a range like “>=0.1, <1” or “^1.2”: from 1.2 on, and below 2. Nullopt
/// when one of them cannot be read.
[[nodiscard]] std::optional<bool> in_version_range(std::string_view version,
                                                   std::string_view range);

/// Which of two versions is the later. Nullopt when one of them cannot be read.
[[nodiscard]] std::optional<std::strong_ordering> compare_versions(std::string_view a,
                                                                   std::string_view b);

}  // namespace gouji
