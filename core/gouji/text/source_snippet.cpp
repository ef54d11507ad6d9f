#include "gouji/text/source_snippet.hpp"

#include "gouji/text/excerpt.hpp"
#include <gouji/utf8.hpp>

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
    constexpr std::size_t columns = 96;
    const auto after = [&](std::size_t at, std::size_t characters) {
        for (; characters > 0 && at < line.size(); --characters) at += char_at(line, at).size;
        return at;
    };
    const std::size_t begin = after(0, column - 1);
    const Excerpt shown = excerpt(line, span_of(begin, after(begin, wide)), columns);
    const std::string margin = std::to_string(number);
    return "\n  " + margin + " | " + shown.line + "\n  " + std::string(margin.size(), ' ') + " | " +
           std::string(shown.before, ' ') + std::string(shown.wide, '^');
}

}  // namespace gouji
