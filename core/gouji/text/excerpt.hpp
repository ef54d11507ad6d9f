#pragma once

#include "gouji/base/span.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// A source line as a terminal shows it, with the columns of its marked part.
struct Excerpt {
    std::string
        line;  ///< shortened around the marked part; tabs and control characters made visible
    std::size_t before = 0;  ///< columns before the marked part
    std::size_t wide = 1;    ///< columns of the marked part, at least 1
};

/// A line, of which the bytes `where` are marked; what of them lies outside the line is left out.
/// At most `columns` wide; Han and full-width characters take two.
[[nodiscard]] Excerpt excerpt(std::string_view line, Span where, std::size_t columns);

/// Text for a terminal: no character of it can move the cursor or change colours.
[[nodiscard]] std::string escape_controls(std::string_view text);

}  // namespace gouji
