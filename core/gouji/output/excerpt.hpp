#pragma once

#include "gouji/engine/file.hpp"

#include <string>

namespace gouji {

/// A source line as a terminal shows it, and how far its marked stretch is from the left.
struct Excerpt {
    std::string line;  ///< shortened around the stretch; tabs and control characters made visible
    std::size_t before = 0;  ///< columns in front of the stretch
    std::size_t wide = 1;    ///< columns of the stretch, at least 1
};

/// The line that holds `where`, of which only the part on its first line is marked. At most
/// `columns` wide; Han and full-width characters take two.
[[nodiscard]] Excerpt excerpt(const File& file, Span where, std::size_t columns);

/// Text for a terminal: no character of it can move the cursor or change colours.
[[nodiscard]] std::string escape_controls(std::string_view text);

}  // namespace gouji
