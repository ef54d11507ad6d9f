#include "gouji/parse/cutters.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t lookahead = 12;  // lines that decide between the two layouts

/// Whether cells stand one a line, each led by a tab, rather than row by row.
bool cell_a_line(const Source& source, std::size_t first) {
    const auto& lines = source.lines();
    if (lines[first].tabs_before == 0) return false;
    std::size_t seen = 0;
    std::size_t rows = 0;
    for (std::size_t i = first; i < lines.size() && seen < lookahead; ++i) {
        if (!lines[i].tabs()) continue;
        ++seen;
        rows += lines[i].tabs_inside > 0 || (lines[i].blank() && lines[i].tabs_before > 2);
    }
    return rows * 4 < seen;
}

/// A line of prose that happens to begin with a tab.
bool indented_prose(Source& source, const LineShape& line) {
    if (line.blank() || line.tabs_inside > 0) return false;
    return line.full_stop || size(line.body) > 300 || source.chapter_heading(line.body);
}

/// Whether a line without a tab goes on with the cell before it.
bool goes_on(Source& source, const CutCell& cell, const LineShape& line) {
    if (line.blank()) return !line.bare;
    if (line.full_stop || size(line.body) > source.longest_name()) return false;
    if (cell.kind == CellKind::empty) return !source.chapter_heading(line.body);
    if (cell.kind == CellKind::value || source.chapter_heading(line.body)) return false;
    if (cell.kind == CellKind::label) {
        const std::string_view joined = source.folded({cell.span.begin, line.body.end});
        return source.lexicon().begins(joined) || !source.lexicon().find(joined).empty();
    }
    return line.body.end - cell.span.begin <= source.longest_name();
}

/// A cell a line; a blank line ends the row; lines without a tab go on with the cell.
Cut cut_cells(Source& source, std::size_t first) {
    const auto& lines = source.lines();
    CutTable table;
    table.first_line = first;
    std::vector<CutCell> row;
    std::size_t end = first;
    bool apart = false;  // a blank line since the last cell
    const auto end_row = [&] {
        add_rows(table, source.lexicon(), row);
        row.clear();
    };
    std::size_t i = first;
    for (; i < lines.size(); ++i) {
        const LineShape& line = lines[i];
        if (line.tabs()) {
            if (indented_prose(source, line)) break;
            if (apart) end_row();
            apart = false;
            row.push_back(source.cell(line.body));
            end = i + 1;
        } else if (line.blank() && line.bare) {
            apart = true;
        } else if (!apart && !row.empty() && goes_on(source, row.back(), line)) {
            if (!line.blank()) {
                CutCell& cell = row.back();
                cell = source.cell(cell.kind == CellKind::empty
                                       ? line.body
                                       : Span{cell.span.begin, line.body.end});
                end = i + 1;
            }
        } else if (line.blank() || source.page_number(line.body)) {
            apart = true;
        } else {
            break;
        }
    }
    end_row();
    table.end_line = end;
    if (!is_table(table, false)) return {std::max(end, first + 1), std::nullopt};
    return {end, std::move(table)};
}

/// A spreadsheet copies a cell that holds line ends between quotes: the line on which a row that
/// starts at `first` ends. Rows without such a cell end where they start.
std::size_t quoted_row_end(const Source& source, std::size_t first) {
    constexpr std::size_t longest = 12;  // lines; a stray quote is soon given up
    const auto& lines = source.lines();
    bool open = false;
    for (std::size_t i = first; i < lines.size() && i - first < longest; ++i) {
        const std::string_view words = source.at(lines[i].whole);
        bool leads = !open;  // at the start of a cell
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at] == '"') {
                if (open) {
                    open = at + 1 < words.size() && words[at + 1] != '\t' && words[at + 1] != '\r';
                } else {
                    open = leads;
                }
            }
            leads = words[at] == '\t';
        }
        if (!open) return i;
        if (lines[i].full_stop) break;
    }
    return first;
}

/// What a cell says between the quotes that a spreadsheet put around it.
Span unquoted(const Source& source, Span cell) {
    const std::string_view words = source.at(cell);
    if (words.size() < 3 || !words.starts_with('"') || !words.ends_with('"')) return cell;
    return source.trim({cell.begin + 1, cell.end - 1});
}

/// The cells of a row whose cells are separated by tabs.
void split_tabs(Source& source, Span whole, std::vector<CutCell>& row) {
    const std::string_view words = source.at(whole);
    std::size_t from = 0;
    while (true) {
        const std::size_t tab = words.find('\t', from);
        const std::size_t to = tab == std::string_view::npos ? words.size() : tab;
        const Span words_here = source.trim(span_of(whole.begin + from, whole.begin + to));
        row.push_back(source.cell(unquoted(source, words_here)));
        if (tab == std::string_view::npos) return;
        from = tab + 1;
    }
}

/// Whether a row broke inside a name: the last cell above and the first below make one label.
bool joins(Source& source, const std::vector<CutCell>& above, const CutCell& below) {
    if (above.empty() || below.kind == CellKind::value || below.kind == CellKind::empty)
        return false;
    const CutCell& last = above.back();
    if (last.kind != CellKind::text && last.kind != CellKind::label) return false;
    const std::string_view joined = source.folded({last.span.begin, below.span.end});
    if (!source.lexicon().find(joined).empty()) return true;
    return below.kind == CellKind::text && source.lexicon().begins(joined);
}

/// A row a line, cells separated by tabs. Blank lines and page numbers between are a page break.
Cut cut_lines(Source& source, std::size_t first) {
    const auto& lines = source.lines();
    CutTable table;
    table.first_line = first;
    std::vector<CutCell> row;
    std::vector<CutCell> next;
    std::size_t end = first;
    const auto has_values = [&] {
        return std::any_of(row.begin(), row.end(),
                           [](const CutCell& cell) { return cell.kind == CellKind::value; });
    };
    const auto end_row = [&] {
        add_rows(table, source.lexicon(), row);
        row.clear();
    };
    bool apart = false;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const LineShape& line = lines[i];
        if (line.blank() && !line.tabs()) {
            apart = true;
            continue;
        }
        const std::size_t last = quoted_row_end(source, i);
        if (line.tabs() || (last > i && lines[last].tabs())) {
            if (indented_prose(source, line) || (line.full_stop && line.tabs_inside < 2)) break;
        } else {
            // A name alone on its line, or the first piece of one, between rows with tabs.
            if (source.page_number(line.body)) continue;
            const CutCell cell = source.cell(line.body);
            if (cell.kind != CellKind::label &&
                !source.lexicon().begins(source.folded(line.body)) &&
                !(!apart && joins(source, row, cell))) {
                break;
            }
            if (cell.kind == CellKind::value) break;
        }
        next.clear();
        split_tabs(source, {line.whole.begin, lines[last].whole.end}, next);
        i = last;
        if (!apart && !has_values() && joins(source, row, next.front())) {
            row.back() = source.cell({row.back().span.begin, next.front().span.end});
            row.insert(row.end(), next.begin() + 1, next.end());
        } else {
            end_row();
            row = next;
        }
        end = i + 1;
        apart = false;
    }
    end_row();
    table.end_line = end;
    if (!is_table(table, true)) return {std::max(end, first + 1), std::nullopt};
    return {end, std::move(table)};
}

}  // namespace

Cut cut_tabs(Source& source, std::size_t first) {
    if (indented_prose(source, source.lines()[first])) return {first + 1, std::nullopt};
    return cell_a_line(source, first) ? cut_cells(source, first) : cut_lines(source, first);
}

}  // namespace gouji
