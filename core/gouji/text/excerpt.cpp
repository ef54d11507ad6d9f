#include "gouji/text/excerpt.hpp"

#include "gouji/text/controls.hpp"
#include "gouji/text/unicode.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view ellipsis = "…";

/// One character as it is shown: a tab is two blanks, what cannot be seen is a dot.
std::string_view shown(std::string_view text, std::size_t at, Char c) {
    if (c.code == '\t') return "  ";
    if (c.code == 0xA0) return " ";
    if (is_obeyed(c.code) || c.code == 0xFEFF || (c.code >= 0x200B && c.code <= 0x200D) ||
        (c.code >= 0x2060 && c.code <= 0x2065) || c.code == 0xAD) {
        return "·";
    }
    return text.substr(at, c.size);
}

/// As many characters from the start as fit into `columns`; how many bytes that is.
std::size_t fitting(std::string_view text, std::size_t columns) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const Char c = char_at(text, at);
        used += width(shown(text, at, c));
        if (used > columns) break;
        at += c.size;
    }
    return at;
}

/// The byte from which on the text's end fits into `columns`.
std::size_t fitting_end(std::string_view text, std::size_t columns) {
    std::size_t used = 0;
    std::size_t at = text.size();
    while (at > 0) {
        const Char c = char_before(text, at);
        used += width(shown(text, at - c.size, c));
        if (used > columns) break;
        at -= c.size;
    }
    return at;
}

}  // namespace

std::string escape_controls(std::string_view text) {
    if (find_ill_formed(text) != std::string_view::npos)
        return escape_controls(replace_invalid_utf8(text));
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        out.append(shown(text, at, c));
        at += c.size;
    }
    return out;
}

Excerpt excerpt(std::string_view line, Span where, std::size_t columns) {
    const std::size_t begin = std::min<std::size_t>(where.begin, line.size());
    const std::size_t end = std::clamp<std::size_t>(where.end, begin, line.size());
    std::string_view left = line.substr(0, begin);
    std::string_view marked = line.substr(begin, end - begin);
    std::string_view right = line.substr(end);
    // The stretch first, then a third of what is left before it, the rest after it.
    bool cut_marked = false;
    if (const std::size_t fits = fitting(marked, columns * 2 / 3); fits < marked.size()) {
        marked = marked.substr(0, fits);
        right = {};
        cut_marked = true;
    }
    const std::size_t spare =
        columns - std::min(columns, std::size_t{width(escape_controls(marked))} + 2);
    const std::size_t after = width(escape_controls(right.substr(0, fitting(right, spare))));
    const std::size_t front = std::max(spare / 3, spare - std::min(spare, after));
    const std::size_t from = fitting_end(left, front);
    const std::size_t to = fitting(
        right, spare - std::min(spare, std::size_t{width(escape_controls(left.substr(from)))}));

    Excerpt out;
    if (from > 0) out.line.append(ellipsis);
    out.line.append(escape_controls(left.substr(from)));
    if (from == 0) {  // indentation tells nothing here
        const std::size_t blanks = std::min(out.line.find_first_not_of(' '), out.line.size());
        out.line.erase(0, blanks);
    }
    out.before = width(out.line);
    const std::string middle = escape_controls(marked);
    out.wide = std::max<std::size_t>(1, width(middle));
    out.line.append(middle).append(escape_controls(right.substr(0, to)));
    if (cut_marked || to < right.size()) out.line.append(ellipsis);
    return out;
}

}  // namespace gouji
