#pragma once

#include <string_view>

namespace gouji {

/// Whether the words are a date and nothing else: “2022年1月15日”, “二〇二二年一月”, “2022-01-15”.
[[nodiscard]] bool is_date_alone(std::string_view words);

/// The words in front of a date that ends the line; empty when none does.
[[nodiscard]] std::string_view before_closing_date(std::string_view words);

}  // namespace gouji
