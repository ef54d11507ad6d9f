#pragma once

#include "gouji/base/span.hpp"

#include <string_view>

namespace gouji {

/// One line: its text, and where the next one begins. LF, CRLF, CR, U+2028, U+2029 and U+0085
/// end a line.
struct TextLine {
    Span span;           ///< without the line end
    std::uint32_t next;  ///< first byte after the line end
};

/// The line that begins at `at`.
[[nodiscard]] TextLine line_at(std::string_view text, std::uint32_t at);

}  // namespace gouji
