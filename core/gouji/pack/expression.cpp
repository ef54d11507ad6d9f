#include "gouji/pack/expression.hpp"

namespace gouji {
namespace {

/// Of RE2's program. The time that a search takes grows with it; expressions of real packs have
/// some hundred.
constexpr int most_instructions = 20'000;

}  // namespace

std::unique_ptr<RE2> read_expression(TomlReader& in, std::string_view key, bool required) {
    const std::string pattern = required ? in.text(key) : in.text(key, "");
    if (pattern.empty()) return nullptr;
    RE2::Options options;
    options.set_log_errors(false);
    auto expression = std::make_unique<RE2>(pattern, options);
    if (expression->ok() && expression->ProgramSize() <= most_instructions) return expression;
    if (expression->ok()) {
        in.wrong(key, "这个正则表达式展开后太大，请少用嵌套的重复次数",
                 "this regular expression is too large once it is expanded; nest fewer counts");
        return nullptr;
    }
    in.wrong(key, "正则表达式写法有误（RE2）：" + expression->error(),
             "not a regular expression (RE2): " + expression->error());
    return nullptr;
}

}  // namespace gouji
