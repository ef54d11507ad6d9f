#include "gouji/parse/cutters.hpp"
#include "gouji/parse/row_breaks.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t lookahead = 12;    // lines that decide whether a | follows each cell
constexpr std::size_t longest_row = 16;  // lines over which one row may be broken

/// Bytes of the bar that begins here; 0 for none.
std::size_t bar(std::string_view text, std::size_t at) {
    if (text[at] == '|') return 1;
    const std::string_view rest = text.substr(at, 3);
    return rest == "｜" || rest == "│" || rest == "┃" ? 3 : 0;
}

bool starts_with_bar(std::string_view words) { return !words.empty() && bar(words, 0) != 0; }
bool ends_with_bar(std::string_view words) {
    return words.ends_with("|") || words.ends_with("｜") || words.ends_with("│") ||
           words.ends_with("┃");
}

/// |---|:--:|, +----+, ├──┼──┤: drawn, not written.
bool ruled(std::string_view words) {
    bool line = false;
    for (std::size_t at = 0; at < words.size();) {
        const Char c = char_at(words, at);
        const bool box = c.code >= 0x2500 && c.code <= 0x257F;
        if (c.code == '-' || c.code == '=' || box)
            line = true;
        else if (c.code != '|' && c.code != ':' && c.code != '+' && !is_blank(c.code))
            return false;
        at += c.size;
    }
    return line;
}

/// Whether there is at most one cell a line, a bar after it, and more where cells are merged.
bool cell_a_line(const Source& source, std::size_t first) {
    const auto& lines = source.lines();
    std::size_t seen = 0;
    std::size_t single = 0;
    for (std::size_t i = first; i < lines.size() && seen < lookahead; ++i) {
        if (lines[i].pipes == 0) continue;
        ++seen;
        const Barred line = unbarred(source, lines[i].body);
        single += line.lone && line.leads + line.trails > 0;
    }
    return seen >= 2 && single * 4 >= seen * 3;
}

void split_bars(Source& source, Span span, std::vector<CutCell>& row) {
    const std::string_view words = source.at(span);
    std::size_t from = starts_with_bar(words) ? bar(words, 0) : 0;
    for (std::size_t at = from; at <= words.size(); ++at) {
        const std::size_t width = at < words.size() ? bar(words, at) : 0;
        if (width == 0 && at < words.size()) continue;
        if (at == words.size() && from == at && !row.empty()) break;  // after the closing bar
        row.push_back(source.cell(source.trim(span_of(span.begin + from, span.begin + at))));
        from = at + width;
        at += width == 0 ? 0 : width - 1;
    }
}

/// Markdown's rows are all as long as the header: the program that writes them fills up a row that
/// was a cell short. An empty cell after all the other figures of a named row is such a filling.
void drop_padding(const Lexicon& lexicon, std::vector<CutCell>& row) {
    if (row.empty() || row.back().kind != CellKind::empty) return;
    std::size_t values = 0;
    for (std::size_t i = row.size() - 1; i-- > 0; ++values) {
        if (row[i].kind == CellKind::value) continue;
        const bool named = row[i].kind == CellKind::label;
        if (named && values > 0 && role(lexicon, row[i].entries).values == values + 1)
            row.pop_back();
        return;
    }
}

}  // namespace

Barred unbarred(const Source& source, Span body) {
    Barred out;
    out.core = body;
    while (!empty(out.core)) {
        const std::string_view words = source.at(out.core);
        const auto width = static_cast<std::uint32_t>(bar(words, 0));
        if (width == 0) break;
        ++out.leads;
        out.core = source.trim({out.core.begin + width, out.core.end});
    }
    while (!empty(out.core) && ends_with_bar(source.at(out.core))) {
        const std::uint32_t width = source.at(out.core).ends_with('|') ? 1 : 3;
        ++out.trails;
        out.core = source.trim({out.core.begin, out.core.end - width});
    }
    const std::string_view words = source.at(out.core);
    out.lone = true;
    for (std::size_t at = 0; at < words.size() && out.lone; ++at) out.lone = bar(words, at) == 0;
    return out;
}

bool piped(Source& source, const LineShape& line) {
    if (line.pipes == 0) return false;
    const std::string_view words = source.at(line.body);
    return line.pipes >= 2 || starts_with_bar(words) || ends_with_bar(words);
}

Cut cut_pipes(Source& source, std::size_t first) {
    if (cell_a_line(source, first)) return cut_loose(source, first);
    const auto& lines = source.lines();
    const std::string_view opening = source.at(lines[first].body);
    const bool closed = starts_with_bar(opening) && ends_with_bar(opening);
    CutTable table;
    table.first_line = first;
    std::vector<CutCell> row;
    bool drawn = false;  // Markdown's line between head and body: a table beyond doubt
    std::size_t end = first;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const LineShape& line = lines[i];
        if (line.blank()) continue;
        const std::string_view words = source.at(line.body);
        if (ruled(words) && (line.pipes > 0 || size(line.body) > 8)) {
            drawn = drawn || line.pipes > 0;
            end = i + 1;
            continue;
        }
        if (line.pipes == 0 || line.full_stop) {
            // A row of one cell may stand there without bars.
            const bool name = source.cell(line.body).kind == CellKind::label;
            if (!name && !source.page_number(line.body)) break;
            if (!name) continue;
        }
        Span span = line.body;
        if (closed && starts_with_bar(words) && !ends_with_bar(words)) {
            // A row broken inside a cell: it goes on to the line that closes it.
            std::size_t to = i + 1;
            while (to < lines.size() && to - i < longest_row && !lines[to].blank() &&
                   !starts_with_bar(source.at(lines[to].body)) && !lines[to].full_stop &&
                   !ends_with_bar(source.at(lines[to].body))) {
                ++to;
            }
            if (to < lines.size() && to - i < longest_row && !lines[to].blank() &&
                !starts_with_bar(source.at(lines[to].body)) &&
                ends_with_bar(source.at(lines[to].body))) {
                span.end = lines[to].body.end;
                i = to;
            }
        }
        row.clear();
        split_bars(source, span, row);
        if (drawn) drop_padding(source.lexicon(), row);
        add_rows(table, source.lexicon(), row);
        end = i + 1;
    }
    table.end_line = end;
    if (!is_table(table, true) && !(drawn && table.rows.size() >= 2))
        return {std::max(end, first + 1), std::nullopt};
    return {end, std::move(table)};
}

}  // namespace gouji
