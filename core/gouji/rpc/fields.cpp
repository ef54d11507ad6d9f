#include "gouji/rpc/fields.hpp"

#include <algorithm>

namespace gouji {

const JsonValue& member(const JsonValue& value, std::string_view name) {
    static const JsonValue null;
    if (!value.is_object()) return null;
    const auto found = value.find(name);
    return found != value.end() ? *found : null;
}

const JsonValue& member(const JsonValue& value, std::initializer_list<std::string_view> path) {
    const JsonValue* at = &value;
    for (const std::string_view name : path) at = &member(*at, name);
    return *at;
}

std::string text_of(const JsonValue& value, std::string_view name) {
    const JsonValue& found = member(value, name);
    return found.is_string() ? found.get<std::string>() : std::string();
}

std::optional<std::int64_t> integer_of(const JsonValue& value, std::string_view name) {
    const JsonValue& found = member(value, name);
    if (found.is_number_unsigned() && found.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
    if (!found.is_number_integer()) return std::nullopt;
    return found.get<std::int64_t>();
}

bool is_true(const JsonValue& value, std::initializer_list<std::string_view> path) {
    const JsonValue& found = member(value, path);
    return found.is_boolean() && found.get<bool>();
}

bool lists(const JsonValue& list, std::string_view text) {
    return list.is_array() && std::ranges::any_of(list, [&](const JsonValue& one) {
               return one.is_string() && one.get_ref<const std::string&>() == text;
           });
}

std::string written(const JsonValue& value) {
    return value.dump(-1, ' ', false, JsonValue::error_handler_t::replace);
}

}  // namespace gouji
