#pragma once

#include "gouji/engine/file.hpp"

#include <string>

namespace gouji {

/// A source line as a terminal shows it, with the columns of its marked part.
struct Excerpt {
    std::string
        line;  ///< shortened around the marked part; tabs and control characters made visible
    std::size_t before = 0;  ///< columns before the marked part
    std::size_t wide = 1;    ///< columns of the marked part, at least 1
};

/// The line that holds `where`, of which only the part on its first line is marked. At most
/// `columns` wide; Han and full-width characters take two.
[[nodiscard]] Excerpt excerpt(const File& file, Span where, std::size_t columns);

/// Text for a terminal: no character of it can move the cursor or change colours.
[[nodiscard]] std::string escape_controls(std::string_view text);

}  // namespace gouji
