#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

[[nodiscard]] std::u32string characters(std::string_view text);

/// Characters to change, add or drop; `limit + 1` when more than `limit`.
[[nodiscard]] std::uint32_t distance(std::u32string_view a, std::u32string_view b,
                                     std::uint32_t limit);

}  // namespace gouji
