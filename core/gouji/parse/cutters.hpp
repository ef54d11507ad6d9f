#pragma once

#include "gouji/parse/source.hpp"

#include <cstddef>
#include <optional>

namespace gouji {

/// Where a cutter stopped, and the table, if there is one. The lines up to `end_line` are not given
/// to the same cutter again, with or without a table.
struct Cut {
    std::size_t end_line = 0;
    std::optional<CutTable> table;
};

/// Tables whose cells are led or separated by tabs.
[[nodiscard]] Cut cut_tabs(Source& source, std::size_t first);
/// Tables drawn with | between cells, Markdown among them.
[[nodiscard]] Cut cut_pipes(Source& source, std::size_t first);
/// Tables of which only the words are left: a cell on a line of its own, perhaps with a | after
/// it, or cells apart by blanks.
[[nodiscard]] Cut cut_loose(Source& source, std::size_t first);

/// A line that may hold one cell between bars: what is left without them, and how many there were.
struct Barred {
    Span core;                ///< empty where the line is bars alone
    std::uint32_t leads = 0;  ///< bars in front; all of them where there is nothing else
    std::uint32_t trails = 0;
    bool lone = false;  ///< no bar inside of the core
};
[[nodiscard]] Barred unbarred(const Source& source, Span body);

/// Whether a line has bars in the way of a table's row.
[[nodiscard]] bool piped(Source& source, const LineShape& line);

/// Whether enough of the cells are words of a form, or stand in rows and columns. `drawn`: the
/// text itself shows rows and columns, so that two rows of any words are a table.
[[nodiscard]] bool is_table(const CutTable& table, bool drawn);
/// Adds the cells as one row or, where the words show that rows have run together, as several.
void add_rows(CutTable& table, const Lexicon& lexicon, std::span<const CutCell> cells);

}  // namespace gouji
