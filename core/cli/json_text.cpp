#include "cli/json_text.hpp"

#include "gouji/base/hash.hpp"

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
    out_ += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (byte < 0x20) {
            out_ += "\\u00" + hexadecimal(byte, 2);
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

void JsonText::string_or_null(std::string_view value) {
    value.empty() ? literal("null") : string(value);
}

void JsonText::literal(std::string_view value) {
    next();
    out_ += value;
}

}  // namespace gouji
