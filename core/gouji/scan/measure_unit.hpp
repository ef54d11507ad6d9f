#pragma once

#include <cstdint>
#include <string_view>

namespace gouji {

/// The unit that the text starts with, “” for none: a view of a constant that lives for ever.
/// Words that only begin like a unit are none: 部署, 通过, 个月.
[[nodiscard]] std::string_view unit_at(std::string_view text);

/// The same after Chinese numerals, where fewer words are units: “一起” and “一部” count nothing.
[[nodiscard]] std::string_view unit_after_han(std::string_view text, std::int64_t value);

}  // namespace gouji
