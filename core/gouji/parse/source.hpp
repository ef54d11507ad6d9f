#pragma once

#include "gouji/base/span.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/scan/cell_figure.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The outward form of one line, or of one chapter's part of a line that holds several: all that
/// the cutters ask before they compare words.
struct LineShape {
    Span whole;  ///< without the line end
    Span body;   ///< without blanks around; empty for a blank line
    std::uint16_t tabs_before = 0;
    std::uint16_t tabs_inside = 0;
    std::uint16_t tabs_after = 0;
    std::uint16_t pipes = 0;  ///< | and its full-width and box-drawing relatives
    bool full_stop = false;   ///< has a 。: prose

    [[nodiscard]] bool blank() const { return empty(body); }
    /// Nothing at all, or half-width spaces: not the NBSP that fills a cell.
    bool bare = false;
    [[nodiscard]] bool tabs() const { return tabs_before + tabs_inside + tabs_after > 0; }
};

/// A cell as cut out, before geometry.
struct CutCell {
    Span span;  ///< without blanks around; empty where nothing is printed
    CellKind kind = CellKind::empty;
    std::span<const Entry> entries;  ///< for CellKind::label
};

/// A table as cut out: rows of cells, in reading order. Its lines are [first_line, end_line).
struct CutTable {
    Span span;
    std::size_t first_line = 0;
    std::size_t end_line = 0;
    std::vector<CutCell> cells;
    std::vector<std::uint32_t> rows;  ///< where each row begins in cells
};

/// One report while it is cut: its lines, and questions about words that all cutters ask.
class Source {
public:
    Source(std::string_view text, Span extent, const Lexicon& lexicon);

    [[nodiscard]] std::string_view at(Span span) const {
        return text_.substr(span.begin, size(span));
    }
    [[nodiscard]] const std::vector<LineShape>& lines() const { return lines_; }
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    /// Bytes that the longest name can take in print, where brackets are full-width and blanks
    /// stand between characters.
    [[nodiscard]] std::size_t longest_name() const { return lexicon_->longest() * 2 + 32; }

    /// The stretch without blanks and line ends around.
    [[nodiscard]] Span trim(Span span) const;
    /// What stands in the stretch. Looks words up exactly.
    [[nodiscard]] CutCell cell(Span span);
    /// Folded words of a stretch; good until the next call.
    [[nodiscard]] std::string_view folded(Span span);
    /// “三、收到和处理…”: ordinal and a title that some edition has.
    [[nodiscard]] bool chapter_heading(Span span);
    /// “— 3 —”, “第 3 页”: what a page break leaves between two halves of a table.
    [[nodiscard]] bool page_number(Span span) const;
    /// Index of the next line that is not blank, from `line` on; lines().size() for none.
    [[nodiscard]] std::size_t next_filled(std::size_t line) const;

private:
    std::string_view text_;
    const Lexicon* lexicon_;
    std::vector<LineShape> lines_;
    std::string folded_;
};

/// The title of a line that opens a chapter: after Markdown's marks and an ordinal like “三、”.
/// `ordinal` is 0 where there is none.
struct OrdinalLine {
    std::uint32_t ordinal = 0;
    std::string_view title;
};
[[nodiscard]] OrdinalLine ordinal_line(std::string_view line);

}  // namespace gouji
