#include "gouji/edition/equation.hpp"

#include <gouji/abi.h>

namespace gouji {
namespace {

bool is_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

}  // namespace

std::optional<Error> read_equation(std::string_view equation, Edition::Identity& out) {
    bool related = false;
    bool wants_key = true;
    std::int32_t sign = 1;
    for (std::size_t at = 0; at < equation.size();) {
        const char c = equation[at];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            ++at;
        } else if (is_key(c)) {
            std::size_t end = at;
            while (end < equation.size() && is_key(equation[end])) ++end;
            const std::string key(equation.substr(at, end - at));
            if (!wants_key)
                return Error{"“" + key + "”前缺运算符", "operator missing before '" + key + "'"};
            (related ? out.right : out.left).push_back({key, sign});
            wants_key = false;
            at = end;
        } else if (c == '+' || c == '-') {
            if (wants_key && c == '+') return Error{"“+”前缺字段", "field missing before '+'"};
            sign = c == '+' ? 1 : -1;
            wants_key = true;
            ++at;
        } else if (c == '=' || equation.substr(at, 2) == "<=") {
            if (related) return Error{"只能有一个“=”或“<=”", "only one '=' or '<='"};
            if (wants_key) return Error{"“=”前缺字段", "field missing before '='"};
            out.relation = c == '=' ? GOUJI_RELATION_EQUAL : GOUJI_RELATION_AT_MOST;
            related = wants_key = true;
            sign = 1;
            at += c == '=' ? 1 : 2;
        } else {
            return Error{"不认识“" + std::string(1, c) + "”；可用 + - = <=",
                         "'" + std::string(1, c) + "' is unknown; + - = <= are known"};
        }
    }
    if (!related || wants_key) return Error{"等式不完整", "the equation is incomplete"};
    return std::nullopt;
}

}  // namespace gouji
