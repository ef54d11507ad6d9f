#include "gouji/parse/chapter_breaks.hpp"

#include <gouji/utf8.hpp>

#include <cstddef>

namespace gouji {
namespace {

constexpr std::uint32_t shortest_line = 90;  // bytes; below, a line holds one chapter at most
constexpr std::uint32_t least_body = 24;     // bytes between titles that are not merely listed

struct Start {
    std::uint32_t begin = 0;      ///< of the ordinal
    std::uint32_t title_end = 0;  ///< after the title
};

/// What may stand in front of an ordinal: a sentence's end, a cell's figure, or a blank.
bool precedes_chapter(Char c) {
    if (c.size == 0 || is_blank(c.code) || is_digit(c.code)) return true;
    return c.code == U'。' || c.code == U'！' || c.code == U'？' || c.code == U'；';
}

/// The Han characters in front of the next blank; "" when anything else comes before it.
std::string_view up_to_blank(std::string_view words) {
    constexpr std::size_t longest = 90;  // bytes
    std::size_t end = 0;
    while (end < words.size() && end <= longest) {
        const Char c = char_at(words, end);
        if (is_blank(c.code)) return words.substr(0, end);
        if (!is_han(c.code)) return {};
        end += c.size;
    }
    return {};
}

/// The chapter whose ordinal ends in front of the 、 at `mark`; title_end is 0 for none.
Start chapter_at(std::string_view line, std::size_t mark, const ChapterTitles& titles) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    const Char numeral = char_before(line, mark);
    const std::size_t value = numerals.find(numeral.code);
    if (numeral.size == 0 || value == std::u32string_view::npos) return {};
    const std::size_t begin = mark - numeral.size;
    if (!precedes_chapter(char_before(line, begin))) return {};
    std::size_t title = mark + std::string_view("、").size();
    for (Char c = char_at(line, title); c.size != 0 && is_blank(c.code); c = char_at(line, title))
        title += c.size;
    const auto ordinal = static_cast<std::uint32_t>(value) + 1;
    TitleMatch match = titles.leading(line.substr(title), ordinal);
    if (!match.known() || match.match == GOUJI_TITLE_SIMILAR) {
        // “一、本年度政府信息公开工作总体情况 ”: other words around it, and a blank behind them.
        const std::string_view words = up_to_blank(line.substr(title));
        match = titles.match(words, ordinal);
        match.size = static_cast<std::uint32_t>(words.size());
        if (words.empty() || !match.known()) return {};
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(title + match.size)};
}

}  // namespace

std::vector<std::uint32_t> chapter_breaks(std::string_view text, Span line,
                                          const ChapterTitles& titles) {
    if (size(line) < shortest_line) return {};
    const std::string_view words = text.substr(line.begin, size(line));
    std::vector<Start> starts;
    for (std::size_t mark = seek(words, "、"); mark != std::string_view::npos;) {
        const Start start = chapter_at(words, mark, titles);
        if (start.title_end != 0) starts.push_back(start);
        mark = seek(words, "、", start.title_end != 0 ? start.title_end : mark + 1);
    }
    const bool inside = !starts.empty() && !trimmed(words.substr(0, starts.back().begin)).empty();
    if (!inside) return {};
    std::size_t bodies = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1].begin : words.size();
        bodies += end - starts[i].title_end >= least_body ? 1 : 0;
    }
    if (bodies * 2 < starts.size()) return {};
    std::vector<std::uint32_t> out;
    for (const Start& start : starts) {
        if (start.begin != 0) out.push_back(line.begin + start.begin);
        // A title that a mark follows runs into its paragraph, as on a line of its own.
        const Char next = char_at(words, start.title_end);
        if (next.size != 0 && (is_blank(next.code) || is_digit(half_width(next.code))))
            out.push_back(line.begin + start.title_end);
    }
    return out;
}

}  // namespace gouji
