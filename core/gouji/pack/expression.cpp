#include "gouji/pack/expression.hpp"

namespace gouji {

std::unique_ptr<RE2> read_expression(TomlReader& in, std::string_view key, bool required) {
    const std::string pattern = required ? in.text(key) : in.text(key, "");
    if (pattern.empty()) return nullptr;
    RE2::Options options;
    options.set_log_errors(false);
    auto expression = std::make_unique<RE2>(pattern, options);
    if (expression->ok()) return expression;
    in.wrong(key, "正则表达式写法有误（RE2）：" + expression->error(),
             "not a regular expression (RE2): " + expression->error());
    return nullptr;
}

}  // namespace gouji
