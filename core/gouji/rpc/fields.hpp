#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace gouji {

/// A JSON value of a message.
using JsonValue = nlohmann::json;

// Reading members of values that come from outside: what is missing or of another type answers as
// null, "", nothing or false.

/// The member at a path of names; null when it is not there.
[[nodiscard]] const JsonValue& member(const JsonValue& value,
                                      std::initializer_list<std::string_view> path);
[[nodiscard]] const JsonValue& member(const JsonValue& value, std::string_view name);
[[nodiscard]] std::string text_of(const JsonValue& value, std::string_view name);
/// A whole number that fits.
[[nodiscard]] std::optional<std::int64_t> integer_of(const JsonValue& value, std::string_view name);
[[nodiscard]] bool is_true(const JsonValue& value, std::initializer_list<std::string_view> path);
/// Whether a list holds a text.
[[nodiscard]] bool lists(const JsonValue& list, std::string_view text);

/// JSON on one line. Ill-formed UTF-8 cannot come in and is replaced rather than thrown at.
[[nodiscard]] std::string written(const JsonValue& value);

}  // namespace gouji
