#include "gouji/parse/wrapping.hpp"

#include <algorithm>
#include <cstddef>

namespace gouji {
namespace {

constexpr std::uint32_t narrowest = 28;    // columns; narrower columns are not printed
constexpr std::uint32_t narrow = 40;       // columns; below, short lines may be a list
constexpr std::uint32_t widest = 132;      // what is wider was not wrapped
constexpr std::uint32_t ragged = 6;        // columns a wrapped line may stay short of the width
constexpr std::size_t least_evidence = 2;  // lines broken inside a sentence
constexpr std::size_t narrow_evidence = 6;

bool ends_paragraph(char32_t c) {
    switch (c) {
        case U'。':
        case U'！':
        case U'？':
        case U'；':
        case U'：':
        case U'”':
        case U'）':
        case ';':
        case ':':
        case '.':
        case '!':
        case '?':
            return true;
        default:
            return false;
    }
}

std::uint32_t width(const ProseLine& line) { return line.columns + line.block->indent; }

/// Whether the two stand on successive lines of one stretch of prose.
bool adjoin(const ProseLine& line, const ProseLine& next) {
    return next.block == line.block + 1 && line.open() && next.open() &&
           next.block->blank_lines == 0 && next.ordinal.style == GOUJI_ORDINAL_NONE;
}

/// The column at which this text was wrapped; 0 when it was not.
std::uint32_t wrap_width(std::span<const ProseLine> lines) {
    std::uint32_t longest = 0;
    for (const ProseLine& line : lines) {
        if (line.open()) longest = std::max(longest, width(line));
    }
    if (longest < narrowest || longest > widest) return 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (adjoin(lines[i], lines[i + 1]) && width(lines[i]) + ragged >= longest &&
            !ends_paragraph(lines[i].last))
            ++broken;
    }
    return broken >= (longest < narrow ? narrow_evidence : least_evidence) ? longest : 0;
}

/// Whether a title that the line opens is closed by the next one: wrapped by hand inside 《》.
bool title_goes_on(std::string_view line, std::string_view next) {
    constexpr std::string_view open = "《";
    constexpr std::string_view close = "》";
    const std::size_t last = line.rfind(open);
    if (last == std::string_view::npos || line.find(close, last) != std::string_view::npos)
        return false;
    return next.find(close) < next.find(open);
}

}  // namespace

void join_wrapped(std::span<const ProseLine> lines, std::span<const Block> blocks) {
    if (blocks.empty()) return;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (adjoin(lines[i], lines[i + 1]) && title_goes_on(lines[i].words, lines[i + 1].words))
            lines[i + 1].block->continues = true;
    }
    const std::uint32_t wrapped = wrap_width(lines);
    if (wrapped == 0) return;
    bool indents = false;  // paragraphs start with an indent: then a line without one continues
    for (const ProseLine& line : lines) indents |= line.open() && line.block->indent >= 2;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const ProseLine& line = lines[i];
        const ProseLine& next = lines[i + 1];
        if (!adjoin(line, next) || width(line) + ragged < wrapped) continue;
        if (indents ? next.block->indent >= 2 : next.block->indent > line.block->indent) continue;
        if (ends_paragraph(line.last) && !indents) continue;
        next.block->continues = true;
    }
}

}  // namespace gouji
