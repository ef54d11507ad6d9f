#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

[[nodiscard]] std::u32string characters(std::string_view text);

/// Characters to change, add or drop; `limit + 1` when more than `limit`.
[[nodiscard]] std::uint32_t distance(std::u32string_view a, std::u32string_view b,
                                     std::uint32_t limit);

/// The choice that differs least from the word; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> choices);

}  // namespace gouji
