#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// A place as editors and SARIF count it: both from 1, columns in UTF-16 code units.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// From offsets to lines and columns. Remembers every 32nd line only, so that it stays small
/// beside a text of very short lines. `text` outlives the index. Safe for many threads.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    /// Never 0: an empty text has one empty line.
    [[nodiscard]] std::uint32_t lines() const { return lines_; }
    /// An offset behind the end counts as the end; one inside a line end as that line's end.
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The line (from 1) without its line end; empty at the end of the text when out of range.
    [[nodiscard]] Span span(std::uint32_t line) const;

private:
    struct Found {
        std::uint32_t line;
        Span span;
    };
    [[nodiscard]] Found find(std::uint32_t offset) const;

    std::string_view text_;
    std::uint32_t lines_ = 0;
    std::vector<std::uint32_t> starts_;  ///< of lines 1, 33, 65, …
};

}  // namespace gouji
