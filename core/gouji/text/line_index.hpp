#pragma once

#include "gouji/base/span.hpp"
#include "gouji/text/lines.hpp"

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
/// beside a text of very short lines; of a line that is very long, its end and the columns of
/// some places in it, so that no question walks through it. `text` outlives the index. Safe for
/// many threads.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    /// Never 0: an empty text has one empty line.
    [[nodiscard]] std::uint32_t lines() const { return lines_; }
    /// An offset after the end counts as the end; one inside a line end as that line's end.
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The line (from 1) without its line end; empty at the end of the text when out of range.
    [[nodiscard]] Span span(std::uint32_t line) const;

private:
    struct Found {
        std::uint32_t line;
        Span span;
    };
    struct LongLine {
        std::uint32_t line;
        TextLine text;
        std::uint32_t first_mark;  ///< in marks_
    };
    void remember(const TextLine& line);
    [[nodiscard]] const LongLine* long_line(std::uint32_t offset) const;
    [[nodiscard]] TextLine line_from(std::uint32_t begin) const;
    [[nodiscard]] std::uint32_t units(Span line, std::uint32_t end) const;
    [[nodiscard]] Found find(std::uint32_t offset) const;

    std::string_view text_;
    std::uint32_t lines_ = 0;
    std::vector<std::uint32_t> starts_;  ///< of lines 1, 33, 65, …
    std::vector<LongLine> long_lines_;
    std::vector<std::uint32_t> marks_;  ///< UTF-16 units in front of every 4096th byte of those
};

}  // namespace gouji
