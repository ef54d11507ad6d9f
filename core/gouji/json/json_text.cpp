#include "gouji/json/json_text.hpp"

#include "gouji/json/json.hpp"

namespace gouji {

void JsonText::next() {
    if (keyed_) {
        keyed_ = false;
        return;
    }
    if (!first_) out_ += ',';
    if (depth_ > 0) new_line();
    first_ = false;
}

void JsonText::new_line() {
    if (!indented_) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonText::open(char bracket) {
    next();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonText::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
    if (depth_ == 0) out_ += '\n';
}

void JsonText::key(std::string_view name) {
    string(name);
    out_ += indented_ ? ": " : ":";
    keyed_ = true;
}

void JsonText::string(std::string_view value) {
    next();
    quote_json(out_, value);
}

void JsonText::string_or_null(std::string_view value) {
    value.empty() ? literal("null") : string(value);
}

void JsonText::literal(std::string_view value) {
    next();
    out_ += value;
}

}  // namespace gouji
