#pragma once

#include "gouji/rule/page.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// What parse_page made of a page, as bytes that are quick to read: for pages that were known when
/// the plugin was built.
[[nodiscard]] std::string compile_page(const Page& page);

/// The page again; nothing when another version of gouji has compiled it. `text` is the page it was
/// compiled from, and outlives the result.
[[nodiscard]] std::optional<Page> compiled_page(std::string_view compiled, std::string_view text,
                                                const std::string& file);

}  // namespace gouji
