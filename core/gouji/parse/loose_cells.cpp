#include "gouji/parse/loose_cells.hpp"

#include "gouji/parse/cutters.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t pieces = 16;  // lines over which one name may be broken

/// Cuts a line at runs of blanks: `wide` at two or more, or one as wide as a character.
void split_blanks(std::string_view words, Span body, bool wide, std::vector<Span>& out) {
    out.clear();
    std::size_t from = 0;
    for (std::size_t at = 0; at < words.size();) {
        const Char first = char_at(words, at);
        if (!is_blank(first.code)) {
            at += first.size;
            continue;
        }
        std::size_t next = at;
        std::uint32_t width = 0;
        for (Char c = first; c.size != 0 && is_blank(c.code); c = char_at(words, next)) {
            width += c.code == 0x3000 || c.code == '\t' ? 2 : 1;
            next += c.size;
        }
        if (width >= 2 || !wide) {
            out.push_back(span_of(body.begin + from, body.begin + at));
            from = next;
        }
        at = next;
    }
    out.push_back(span_of(body.begin + from, body.end));
}

}  // namespace

void LooseCells::put(const CutCell& cell, std::size_t end_line) {
    const bool same =
        !tokens_.empty() && tokens_.back().end_line == line_ + 1 && tokens_.back().line == line_;
    tokens_.push_back({cell, line_, end_line, bars_, same});
    bars_ = 0;
    end_line_ = end_line;
}

/// A line that holds several cells, apart by blanks: names, values, or a name and its values.
bool LooseCells::put_row(Span body) {
    const std::string_view words = source_.at(body);
    for (const bool wide : {true, false}) {
        split_blanks(words, body, wide, parts_);
        if (parts_.size() < 2) continue;
        std::vector<CutCell> cells;
        for (const Span part : parts_) cells.push_back(source_.cell(part));
        // The values at the end; what stands in front of them is names.
        std::size_t values = 0;
        while (values < cells.size() && cells[cells.size() - 1 - values].kind == CellKind::value)
            ++values;
        std::size_t heads = cells.size() - values;
        const bool known =
            std::all_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(heads),
                        [](const CutCell& c) { return c.kind == CellKind::label; });
        if (!known) {
            if (values == 0) continue;
            // One name with blanks in it, or one that is misspelt.
            const Span name{body.begin, parts_[heads - 1].end};
            const CutCell cell = source_.cell(name);
            if (wide && heads >= 2 &&
                std::any_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(heads),
                            [](const CutCell& c) { return c.kind == CellKind::label; })) {
                // A group's name, then a row's.
            } else {
                if (cell.kind != CellKind::label && values < 3 &&
                    source_.lexicon().near(source_.folded(name)).entries.empty()) {
                    continue;
                }
                cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(heads));
                cells.insert(cells.begin(), cell);
            }
        } else if (heads == 0 && values < 2) {
            continue;
        }
        for (const CutCell& cell : cells) put(cell, line_ + 1);
        return true;
    }
    return false;
}

/// Whether the next line that says something is a value alone.
bool LooseCells::value_follows(std::size_t line) {
    const std::size_t next = source_.next_filled(line);
    if (next >= source_.lines().size()) return false;
    const Barred barred = unbarred(source_, source_.lines()[next].body);
    if (!empty(barred.core)) return source_.cell(barred.core).kind == CellKind::value;
    const std::size_t after = source_.next_filled(next + 1);
    return after < source_.lines().size() &&
           source_.cell(unbarred(source_, source_.lines()[after].body).core).kind ==
               CellKind::value;
}

/// Tries to make one name of this line and the ones after it. `adjacent`: no blank lines between.
bool LooseCells::join(Span body, bool adjacent) {
    const auto& lines = source_.lines();
    Span joined = body;
    CutCell best;
    std::size_t best_end = 0;
    std::size_t at = line_;
    for (std::size_t count = 0; count < pieces; ++count) {
        const std::string_view words = source_.folded(joined);
        const bool begins = source_.lexicon().begins(words);
        if (const auto entries = source_.lexicon().find(words); !entries.empty()) {
            best = {joined, CellKind::label, entries};
            best_end = at + 1;
        }
        if (!begins) break;
        const std::size_t next = adjacent ? at + 1 : source_.next_filled(at + 1);
        if (next >= lines.size() || lines[next].blank() || lines[next].pipes > 0) break;
        at = next;
        joined.end = lines[at].body.end;
    }
    if (best_end == 0) return false;
    put(best, best_end);
    return true;
}

bool LooseCells::take_line() {
    const auto& lines = source_.lines();
    const LineShape& line = lines[line_];
    Span body = line.body;
    if (line.pipes > 0) {
        // Bars after the cell, in front of it, or alone on their line; several stand for what a
        // merged cell covers.
        const Barred barred = unbarred(source_, body);
        if (!barred.lone || barred.leads + barred.trails == 0) return false;
        body = barred.core;
        if (barred.leads == 1 || (barred.leads > 1 && !empty(body))) ++bars_;
        if (empty(body)) return true;
        put(source_.cell(body), line_ + 1);
        if (barred.leads == 0) ++bars_;
        return tokens_.back().cell.kind != CellKind::text || value_follows(line_ + 1) ||
               !source_.lexicon().near(source_.folded(body)).entries.empty();
    }
    if (line.full_stop || size(body) > source_.longest_name()) return false;
    const CutCell cell = source_.cell(body);
    if (cell.kind == CellKind::value) {
        put(cell, line_ + 1);
        return true;
    }
    if (join(body, true) || join(body, false)) return true;
    if (source_.page_number(body)) return true;
    if (put_row(body)) return true;
    if (source_.chapter_heading(body)) return false;
    if (tokens_.empty()) return false;
    // Lines that touch are one cell in this layout, if a name is near what they say together.
    std::size_t last = line_;
    while (last + 1 < lines.size() && !lines[last + 1].blank() && last - line_ < 4 &&
           source_.cell(lines[last + 1].body).kind == CellKind::text &&
           !lines[last + 1].full_stop) {
        ++last;
    }
    for (std::size_t end = last + 1; end > line_; --end) {
        const Span whole{body.begin, lines[end - 1].body.end};
        if (size(whole) > source_.longest_name()) continue;
        const bool follows = end == line_ + 1 && value_follows(end);
        if (follows || !source_.lexicon().near(source_.folded(whole)).entries.empty()) {
            CutCell text = source_.cell(whole);
            text.kind = text.kind == CellKind::label ? CellKind::label : CellKind::text;
            put(text, end);
            return true;
        }
    }
    return false;
}

void LooseCells::read() {
    const auto& lines = source_.lines();
    while (line_ < lines.size()) {
        const LineShape& line = lines[line_];
        if (line.blank()) {
            ++line_;
            continue;
        }
        const std::size_t before = tokens_.size();
        if (!take_line()) {
            tokens_.resize(before);
            break;
        }
        line_ = std::max(line_ + 1, tokens_.empty() ? 0 : tokens_.back().end_line);
    }
    // Unknown words without values after them belong to what follows the table.
    while (!tokens_.empty() && tokens_.back().cell.kind == CellKind::text) tokens_.pop_back();
    end_line_ = tokens_.empty() ? line_ : tokens_.back().end_line;
    line_ = std::max(line_, end_line_);
}

bool LooseCells::is_form() const {
    std::size_t labels = 0;
    std::size_t values = 0;
    for (const LooseCell& token : tokens_) {
        labels += token.cell.kind == CellKind::label;
        values += token.cell.kind == CellKind::value;
    }
    return labels >= 5 || (labels >= 3 && values >= 1);
}

}  // namespace gouji
