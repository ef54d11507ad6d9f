#include "cli/json_text.hpp"

#include "gouji/output/json.hpp"

namespace gouji {

void JsonText::next() {
    if (keyed_) {
        keyed_ = false;
        return;
    }
    if (!first_) out_ += ',';
    if (depth_ > 0) {
        out_ += '\n';
        out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    }
    first_ = false;
}

void JsonText::open(char bracket) {
    next();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonText::close(char bracket) {
    --depth_;
    if (!first_) {
        out_ += '\n';
        out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    }
    out_ += bracket;
    first_ = false;
    if (depth_ == 0) out_ += '\n';
}

void JsonText::key(std::string_view name) {
    string(name);
    out_ += ": ";
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
