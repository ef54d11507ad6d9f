#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "sample/report.hpp"

namespace gouji::sample {

/// How a report's tables look once they are text.
enum class Layout {
    word,      ///< a cell a line, led by a tab; an empty line behind each row
    tabbed,    ///< a row a line, tabs between; merged cells leave empty ones
    piped,     ///< a row a line, bars between and around
    spaced,    ///< a cell a line, empty lines between; nothing shows where a row ends
    markdown,  ///< Markdown's tables and headings
    barred,    ///< a cell a line with a bar behind it, as web pages are taken apart; bars alone for
               ///< what a merged cell covers
};
inline constexpr std::array layouts = {Layout::word,   Layout::tabbed,   Layout::piped,
                                       Layout::spaced, Layout::markdown, Layout::barred};

std::string_view name(Layout layout);       ///< “word”
std::string_view extension(Layout layout);  ///< “.txt” or “.md”
/// GoogleTest names a layout by its name.
inline void PrintTo(Layout layout, std::ostream* out) { *out << name(layout); }
std::string render(const Report& report, Layout layout);

}  // namespace gouji::sample
