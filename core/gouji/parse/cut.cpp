#include "gouji/parse/cut.hpp"

#include "gouji/parse/cutters.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// Whether a table of bare words may begin here: with a name, a value after a name, or a piece.
bool may_be_loose(Source& source, const LineShape& line) {
    if (line.full_stop || size(line.body) > source.longest_name()) return false;
    const std::string_view words = source.folded(line.body);
    if (!source.lexicon().find(words).empty() || source.lexicon().begins(words)) return true;
    // “规章 0 0 0”, “信息内容  本年制发件数”: the first word is a name.
    const std::string_view printed = source.at(line.body);
    for (std::size_t at = 0; at < printed.size();) {
        const Char c = char_at(printed, at);
        if (is_blank(c.code)) {
            const Span head = span_of(line.body.begin, line.body.begin + at);
            return source.cell(head).kind == CellKind::label;
        }
        at += c.size;
    }
    if (line.pipes == 0) return false;
    const Barred barred = unbarred(source, line.body);
    return barred.lone && source.cell(barred.core).kind == CellKind::label;
}

/// Whether a line holds a row's name or the first piece of one, perhaps after the quote that a
/// spreadsheet puts around a cell of several lines.
bool names_row(Source& source, Span line) {
    if (source.at(line).starts_with('"')) ++line.begin;
    return source.cell(line).kind == CellKind::label ||
           source.lexicon().begins(source.folded(line));
}

/// From the first cell that says something to the last.
Span extent(const CutTable& table) {
    Span out{UINT32_MAX, 0};
    for (const CutCell& cell : table.cells) {
        if (cell.kind == CellKind::empty) continue;
        out.begin = std::min(out.begin, cell.span.begin);
        out.end = std::max(out.end, cell.span.end);
    }
    return out.end == 0 ? Span{table.cells.front().span.begin, table.cells.back().span.end} : out;
}

}  // namespace

Pieces cut(Source& source) {
    Pieces out;
    const auto& lines = source.lines();
    // Lines that a cutter has refused are not given to it again, so that the pass stays linear.
    std::size_t tabs_from = 0;
    std::size_t pipes_from = 0;
    std::size_t loose_from = 0;
    std::uint32_t blank_lines = 0;
    for (std::size_t i = 0; i < lines.size();) {
        const LineShape& line = lines[i];
        // A table may begin with an empty cell; its tab is all there is to see.
        const bool cell =
            line.blank() && line.tabs() && i + 1 < lines.size() && !lines[i + 1].blank();
        if (line.blank() && (!cell || i < tabs_from)) {
            ++blank_lines;
            ++i;
            continue;
        }
        std::optional<CutTable> table;
        const auto attempt = [&](bool wanted, std::size_t& from,
                                 Cut (*cutter)(Source&, std::size_t)) {
            if (table || !wanted || i < from) return;
            Cut found = cutter(source, i);
            from = found.end_line;
            table = std::move(found.table);
        };
        // A name alone on its line may be the first row of what follows.
        bool tabs = line.tabs();
        bool bars = piped(source, line);
        if (!tabs && !bars && i >= std::max(tabs_from, pipes_from) && !line.full_stop &&
            size(line.body) < source.longest_name() && names_row(source, line.body)) {
            const std::size_t next = source.next_filled(i + 1);
            if (next < lines.size() && next <= i + 2) {
                tabs = lines[next].tabs_inside > 0;
                bars = !tabs && lines[next].pipes > 0;
            }
        }
        attempt(tabs, tabs_from, cut_tabs);
        if (line.blank() && !table) {
            ++blank_lines;
            ++i;
            continue;
        }
        attempt(bars, pipes_from, cut_pipes);
        attempt(!table && i >= loose_from && may_be_loose(source, line), loose_from, cut_loose);
        Block block;
        block.blank_lines = blank_lines;
        block.indent = columns_of(source.at({line.whole.begin, line.body.begin}));
        blank_lines = 0;
        if (table) {
            table->span = extent(*table);
            block.span = table->span;
            block.kind = GOUJI_KIND_TABLE;
            block.table = static_cast<std::uint32_t>(out.tables.size());
            i = std::max(table->end_line, i + 1);
            out.tables.push_back(std::move(*table));
        } else {
            block.span = line.body;
            ++i;
        }
        out.blocks.push_back(block);
    }
    return out;
}

}  // namespace gouji
