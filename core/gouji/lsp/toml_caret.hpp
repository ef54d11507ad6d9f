#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What stands around the caret in TOML that may not be finished.
struct TomlCaret {
    enum class Place : std::uint8_t { key, table, value };

    Place place = Place::key;
    std::vector<std::string> table;  ///< keys of the table's header; none at the top
    std::string key;                 ///< whose value the caret stands in
    std::set<std::string> present;   ///< keys of the table that are there already
    Span replaced{};                 ///< what a completion takes the place of
    bool quoted = false;             ///< the value begins with a quotation mark
};

/// Nothing in comments, and outside the front matter when that is all there is of TOML.
[[nodiscard]] std::optional<TomlCaret> toml_caret(std::string_view text, std::uint32_t at,
                                                  bool front_matter);

}  // namespace gouji
