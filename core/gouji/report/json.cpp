#include "gouji/report/json.hpp"

namespace gouji {

void Json::quote(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out_->push_back('"');
    std::size_t plain = 0;  // start of what needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
        out_->append(text, plain, i - plain);
        plain = i + 1;
        switch (byte) {
            case '"':
                out_->append("\\\"");
                break;
            case '\\':
                out_->append("\\\\");
                break;
            case '\n':
                out_->append("\\n");
                break;
            case '\r':
                out_->append("\\r");
                break;
            case '\t':
                out_->append("\\t");
                break;
            default:
                out_->append("\\u00");
                out_->push_back(hex[byte >> 4U]);
                out_->push_back(hex[byte & 0xFU]);
        }
    }
    out_->append(text, plain, text.size() - plain);
    out_->push_back('"');
}

}  // namespace gouji
