#include "gouji/output/markup.hpp"

#include "gouji/text/controls.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

namespace gouji {

void add_character(std::string& out, char32_t code, std::string_view bytes) {
    switch (code) {
        case '&':
            out += "&amp;";
            return;
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '"':
            out += "&quot;";
            return;
        case '\'':
            out += "&#39;";
            return;
        default:
            break;
    }
    const bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
                         (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
    out += control ? std::string_view("\uFFFD") : bytes;
}

std::string xml(std::string_view text) {
    if (find_ill_formed(text) != std::string_view::npos) return xml(replace_invalid_utf8(text));
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        // A parser makes one blank of line ends and tabs inside attributes; what turns the
        // direction of writing would turn what stands behind it.
        if (c.code == '\n' || c.code == '\r' || c.code == '\t' ||
            (c.code >= 0xA0 && is_obeyed(c.code))) {
            out += "&#" + std::to_string(c.code) + ";";
        } else {
            add_character(out, c.code, text.substr(at, c.size));
        }
        at += c.size;
    }
    return out;
}

}  // namespace gouji
