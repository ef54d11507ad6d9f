#pragma once

#include "gouji/base/result.hpp"
#include "gouji/container/extracted.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace gouji {

/// What a page's article is found by: words that only a report has.
struct ReportWords {
    std::function<bool(std::string_view line)> is_chapter_title;
    std::function<bool(std::string_view cell)> is_form_label;
};

/// A published page that has been read. The map's places are bytes of `page`.
struct HtmlDocument {
    Text page;  ///< the whole source
    Extracted extracted;
};

/// Reads a page. `encoding` empty: detected; the page's own declaration counts where detection
/// fails. The article is what holds all chapters and forms, with the title in front of it; a page
/// without them is taken whole. Safe for many threads.
[[nodiscard]] Result<HtmlDocument> read_html(std::string bytes, std::string_view encoding,
                                             const ReportWords& words);

}  // namespace gouji
