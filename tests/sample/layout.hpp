#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "sample/report.hpp"

namespace gouji::sample {

/// How a report's tables look once they are text, or what kind of file the report is.
enum class Layout {
    word,      ///< a cell a line, led by a tab; an empty line after each row
    tabbed,    ///< a row a line, tabs between; merged cells leave empty ones
    piped,     ///< a row a line, bars between and around
    spaced,    ///< a cell a line, empty lines between; nothing shows where a row ends
    markdown,  ///< Markdown's tables and headings
    barred,    ///< a cell a line with a bar after it, as web pages are taken apart; bars alone for
               ///< what a merged cell covers
    docx,      ///< a Word document
    docx_numbered,  ///< 一、（一） numbered automatically; paragraphs in many runs
    docx_wps,    ///< as WPS leaves it: indents by blanks, bookmarks, controls, long labels in two
                 ///< paragraphs of their cell
    html,        ///< a published page
    html_noisy,  ///< within tables that arrange the page, split into elements, in GB18030
    html_unmerged,  ///< as a spreadsheet saves it: a cell for every place, blank where merged cells
                    ///< were
};
inline constexpr std::array layouts = {Layout::word,   Layout::tabbed,   Layout::piped,
                                       Layout::spaced, Layout::markdown, Layout::barred};
/// Files that know their own tables.
inline constexpr std::array office_layouts = {Layout::docx,       Layout::docx_numbered,
                                              Layout::docx_wps,   Layout::html,
                                              Layout::html_noisy, Layout::html_unmerged};

std::string_view name(Layout layout);       ///< “word”
std::string_view extension(Layout layout);  ///< “.txt” or “.md”
/// GoogleTest names a layout by its name.
inline void PrintTo(Layout layout, std::ostream* out) { *out << name(layout); }
/// The bytes of the file.
std::string render(const Report& report, Layout layout);

}  // namespace gouji::sample
