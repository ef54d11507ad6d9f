#include "gouji/output/html_text.hpp"

#include "gouji/output/markup.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

bool wide(char32_t code) { return code >= 0x2E80; }

}  // namespace

void add_html(std::string& out, std::string_view text) {
    if (find_ill_formed(text) != std::string_view::npos)
        return add_html(out, replace_invalid_utf8(text));
    char32_t before = 0x2E80;  // in front of a stretch of marked text no blank is wanted
    bool broken = false;       // a line end waits for what comes after it
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        const std::string_view bytes = text.substr(at, c.size);
        at += c.size;
        if (is_line_end(c.code)) {
            broken = true;
            continue;
        }
        if (broken && !(wide(before) && wide(c.code))) out.push_back(' ');
        broken = false;
        before = c.code;
        add_character(out, c.code, bytes);
    }
}

std::string html(std::string_view text) {
    std::string out;
    add_html(out, text);
    return out;
}

const char* html_class(Level level) {
    if (level == Level::error) return "error";
    return level == Level::warning ? "warning" : "note";
}

const char* html_class(const Diagnostic& diagnostic) {
    return diagnostic.counts() ? html_class(diagnostic.level) : "past";
}

}  // namespace gouji
