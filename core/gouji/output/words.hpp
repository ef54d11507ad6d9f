#pragma once

#include "gouji/diagnostics/diagnostic.hpp"
#include "gouji/rule/finding.hpp"
#include "gouji/rule/page.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Names as a sentence lists them: “甲.pdf、乙.wps”, or the first ten and how many there are.
[[nodiscard]] std::string listed(std::span<const std::string> names, Language language);

/// A message with its placeholders filled in. A placeholder without an argument stays.
[[nodiscard]] std::string format_message(std::string_view words,
                                         const Finding::Arguments& arguments);

/// A message in the form of SARIF: {0}, {1} … for the {names}, in the order of their first use;
/// braces of the text itself doubled.
struct Numbered {
    std::string text;
    std::vector<std::string> names;
};
[[nodiscard]] Numbered numbered(std::string_view words);

/// The words of a message of a page; its id when the page lacks it, which the collector excludes.
[[nodiscard]] const std::string& words_of(const Page& page, std::string_view message,
                                          Language language);

[[nodiscard]] std::string_view level_name(Level level);  ///< SARIF's: “error”
[[nodiscard]] std::string_view level_word(Level level, Language language);  ///< “错误”

/// The first paragraph of a page's section “怎么改” (“What to do”), without Markdown marks; "" if
/// none.
[[nodiscard]] std::string advice(const Page& page, Language language);

}  // namespace gouji
