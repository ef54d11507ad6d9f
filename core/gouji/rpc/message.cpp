#include "gouji/rpc/message.hpp"

#include <optional>

namespace gouji {
namespace {

/// The number of the escape \uXXXX that begins at `at`.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!digit && !letter) return std::nullopt;
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return unit;
}

void replace_lone_surrogates(std::string& json) {
    for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
        const auto unit = escaped_unit(json, at);
        if (!unit) {
            at += 2;  // the escape and what it escapes
            continue;
        }
        const bool high = *unit >= 0xD800 && *unit <= 0xDBFF;
        const bool low = *unit >= 0xDC00 && *unit <= 0xDFFF;
        const auto next = high ? escaped_unit(json, at + 6) : std::nullopt;
        if (next && *next >= 0xDC00 && *next <= 0xDFFF) {
            at += 12;
            continue;
        }
        if (high || low) json.replace(at + 2, 4, "fffd");
        at += 6;
    }
}

JsonValue head() { return {{"jsonrpc", "2.0"}}; }

}  // namespace

Result<RpcMessage> parse_message(std::string content) {
    JsonValue root = JsonValue::parse(content, nullptr, false);
    if (root.is_discarded()) {
        replace_lone_surrogates(content);
        root = JsonValue::parse(content, nullptr, false);
    }
    if (root.is_discarded()) return fail("收到的消息不是 JSON", "a message is no JSON");
    if (!root.is_object() || text_of(root, "jsonrpc") != "2.0") {
        return fail("收到的消息不是 JSON-RPC 2.0", "a message is not JSON-RPC 2.0");
    }
    RpcMessage out;
    const auto take = [&](const char* name, JsonValue& into) {
        if (const auto found = root.find(name); found != root.end()) into = std::move(*found);
    };
    take("id", out.id);
    if (!out.id.is_null() && !out.id.is_string() && !out.id.is_number_integer()) {
        return fail("消息的 id 不是整数或文字", "a message's id is neither an integer nor a text");
    }
    out.method = text_of(root, "method");
    take(out.method.empty() ? "result" : "params", out.params);
    if (out.method.empty() && out.id.is_null())
        return fail("收到的消息没有 method", "a message has no method");
    return out;
}

std::string rpc_notification(std::string_view method, const JsonValue& params) {
    JsonValue out = head();
    out["method"] = method;
    out["params"] = params;
    return written(out);
}

std::string rpc_request(std::int64_t id, std::string_view method, const JsonValue& params) {
    JsonValue out = head();
    out["id"] = id;
    out["method"] = method;
    out["params"] = params;
    return written(out);
}

std::string rpc_result(const JsonValue& id, const JsonValue& result) {
    return rpc_raw_result(id, written(result));
}

std::string rpc_raw_result(const JsonValue& id, std::string_view result) {
    std::string out = R"({"jsonrpc":"2.0","id":)" + written(id) + R"(,"result":)";
    return out.append(result).append("}");
}

std::string rpc_error(const JsonValue& id, RpcError code, std::string_view words) {
    JsonValue out = head();
    out["id"] = id;
    out["error"] = {{"code", static_cast<int>(code)}, {"message", words}};
    return written(out);
}

}  // namespace gouji
