#pragma once

#include "gouji/base/result.hpp"
#include "gouji/text/utf8_check.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace gouji {

using Json = nlohmann::json;

/// On one line; what is no UTF-8 is replaced.
[[nodiscard]] inline std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Whether JSON is nested no deeper than any message of the protocol.
[[nodiscard]] inline bool shallow(std::string_view text) {
    constexpr int deepest = 8;
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\') ++at;
        if (quoted) continue;
        if ((c == '[' || c == '{') && ++depth > deepest) return false;
        if (c == ']' || c == '}') --depth;
    }
    return true;
}

/// An object that somebody else wrote; nothing for anything else, or for what is too much.
[[nodiscard]] inline std::optional<Json> read_object(std::string_view text) {
    constexpr std::size_t most = std::size_t{16} << 20U;  // bytes
    if (text.size() > most || !shallow(text)) return std::nullopt;
    Json out = Json::parse(text, nullptr, false);
    return out.is_object() ? std::optional(std::move(out)) : std::nullopt;
}

/// The text of a key; "" when there is none.
[[nodiscard]] inline std::string text_at(const Json& in, const char* key) {
    const auto found = in.find(key);
    return found != in.end() && found->is_string() ? found->get<std::string>() : std::string();
}

[[nodiscard]] inline Json error_json(const Error& error) {
    return {{"zh", error.zh}, {"en", error.en}};
}
/// Both languages, or one text for both; as much of it as any sentence has.
[[nodiscard]] inline Error read_error(const Json& in) {
    constexpr std::size_t longest = 1'000;  // bytes
    const auto clipped = [](std::string text) {
        return text.size() <= longest ? text : replace_invalid_utf8(text.substr(0, longest)) + "…";
    };
    Error out;
    if (in.is_string()) out.zh = out.en = clipped(in.get<std::string>());
    if (in.is_object()) out = {clipped(text_at(in, "zh")), clipped(text_at(in, "en"))};
    if (out.zh.empty()) out = {"失败，没有说明原因", "failed without a reason"};
    return out;
}

}  // namespace gouji
