#include "gouji/base/source_snippet.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {

std::string_view line_of(std::string_view text, std::uint32_t number) {
    for (std::uint32_t at = 1; at < number; ++at) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::string source_snippet(std::string_view line, std::uint32_t number, std::uint32_t column,
                           std::size_t wide) {
    const std::string margin = std::to_string(number);
    const std::size_t characters = length(line);
    if (column <= characters) wide = std::min(wide, characters - column + 1);
    std::string out = "\n  " + margin + " | " + std::string(line) + "\n  " +
                      std::string(margin.size(), ' ') + " | ";
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
        const Char c = char_at(line, at);
        out += c.code == '\t' ? "\t" : c.code >= 0x1100 ? "  " : " ";
        at += c.size;
    }
    for (std::size_t i = 0; i < wide; ++i) {
        const Char c = char_at(line, at);
        out += c.code >= 0x1100 ? "^^" : "^";
        at += c.size;
    }
    return out;
}

}  // namespace gouji
