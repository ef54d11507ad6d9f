#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rpc/fields.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// The error codes of JSON-RPC and of the language server protocol.
enum class RpcError : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    not_initialized = -32002,
    request_cancelled = -32800
};

/// One message of the other side. A request has a method and an id, a notification a method, a
/// response an id.
struct RpcMessage {
    JsonValue id;  ///< a number or a text; null: none
    std::string method;
    JsonValue params;  ///< of a response: the result

    [[nodiscard]] bool is_request() const { return !method.empty() && !id.is_null(); }
};

/// Reads one content. UTF-16 surrogates that stand alone, as an editor may send them while a
/// character is cut in two, become U+FFFD, which takes as many UTF-16 units.
[[nodiscard]] Result<RpcMessage> parse_message(std::string content);

[[nodiscard]] std::string rpc_notification(std::string_view method, const JsonValue& params);
[[nodiscard]] std::string rpc_request(std::int64_t id, std::string_view method,
                                      const JsonValue& params);
[[nodiscard]] std::string rpc_result(const JsonValue& id, const JsonValue& result);
/// The same with a result that is JSON text already.
[[nodiscard]] std::string rpc_raw_result(const JsonValue& id, std::string_view result);
[[nodiscard]] std::string rpc_error(const JsonValue& id, RpcError code, std::string_view words);

}  // namespace gouji
