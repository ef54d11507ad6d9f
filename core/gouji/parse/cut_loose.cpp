#include "gouji/parse/cutters.hpp"
#include "gouji/parse/row_breaks.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::size_t pieces = 16;  // lines over which one name may be broken

/// A cell in the run of words, and how many blank cells may stand in front of it.
struct Token {
    CutCell cell;
    std::size_t line = 0;      ///< its first line
    std::size_t end_line = 0;  ///< the line behind its last
    std::uint32_t bars = 0;    ///< | since the token before
    bool same_line = false;    ///< as the token before
};

/// Reads a run of lines as tokens, for as long as they can be cells of a form.
class Run {
public:
    Run(Source& source, std::size_t first) : source_(source), line_(first) {}

    void read();
    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] std::size_t end_line() const { return end_line_; }
    [[nodiscard]] bool is_form() const;

private:
    bool take_line();
    void put(const CutCell& cell, std::size_t end_line);
    bool put_row(Span body);
    bool join(Span body, bool adjacent);
    bool value_follows(std::size_t line);

    Source& source_;
    std::size_t line_;
    std::size_t end_line_ = 0;
    std::uint32_t bars_ = 0;
    std::vector<Token> tokens_;
    std::vector<Span> parts_;
};

void Run::put(const CutCell& cell, std::size_t end_line) {
    const bool same =
        !tokens_.empty() && tokens_.back().end_line == line_ + 1 && tokens_.back().line == line_;
    tokens_.push_back({cell, line_, end_line, bars_, same});
    bars_ = 0;
    end_line_ = end_line;
}

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
        std::size_t behind = at;
        std::uint32_t width = 0;
        for (Char c = first; c.size != 0 && is_blank(c.code); c = char_at(words, behind)) {
            width += c.code == 0x3000 || c.code == '\t' ? 2 : 1;
            behind += c.size;
        }
        if (width >= 2 || !wide) {
            out.push_back(span_of(body.begin + from, body.begin + at));
            from = behind;
        }
        at = behind;
    }
    out.push_back(span_of(body.begin + from, body.end));
}

/// A line that holds several cells, apart by blanks: names, values, or a name and its values.
bool Run::put_row(Span body) {
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
bool Run::value_follows(std::size_t line) {
    const std::size_t next = source_.next_filled(line);
    if (next >= source_.lines().size()) return false;
    const Barred barred = unbarred(source_, source_.lines()[next].body);
    if (!empty(barred.core)) return source_.cell(barred.core).kind == CellKind::value;
    const std::size_t after = source_.next_filled(next + 1);
    return after < source_.lines().size() &&
           source_.cell(unbarred(source_, source_.lines()[after].body).core).kind ==
               CellKind::value;
}

/// Tries to make one name of this line and the ones behind it. `adjacent`: no blank lines between.
bool Run::join(Span body, bool adjacent) {
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

bool Run::take_line() {
    const auto& lines = source_.lines();
    const LineShape& line = lines[line_];
    Span body = line.body;
    if (line.pipes > 0) {
        // Bars behind the cell, in front of it, or alone on their line; several stand for what a
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

void Run::read() {
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
    // Unknown words without values behind them belong to what follows the table.
    while (!tokens_.empty() && tokens_.back().cell.kind == CellKind::text) tokens_.pop_back();
    end_line_ = tokens_.empty() ? line_ : tokens_.back().end_line;
    line_ = std::max(line_, end_line_);
}

bool Run::is_form() const {
    std::size_t labels = 0;
    std::size_t values = 0;
    for (const Token& token : tokens_) {
        labels += token.cell.kind == CellKind::label;
        values += token.cell.kind == CellKind::value;
    }
    return labels >= 5 || (labels >= 3 && values >= 1);
}

/// Blank lines between two cells that are not blank cells: what most neighbours have.
std::size_t usual_gap(const std::vector<Token>& tokens) {
    std::array<std::size_t, 4> counts{};
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].same_line) continue;
        const std::size_t gap = tokens[i].line - tokens[i - 1].end_line;
        if (gap < counts.size()) ++counts[gap];
    }
    return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                    counts.begin());
}

/// Builds rows from tokens; a blank cell is believed only where it makes a row complete.
class Rows {
public:
    Rows(Source& source, CutTable& table, const std::vector<Token>& tokens)
        : source_(source),
          table_(table),
          tokens_(tokens),
          gap_(usual_gap(tokens)),
          breaks_(source.lexicon(), true) {}

    void build() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const CutCell& cell = tokens_[i].cell;
            const bool text_in_row = cell.kind == CellKind::text && breaks_.wanted() > 0 &&
                                     size(cell.span) <= 18 && i + 1 < tokens_.size() &&
                                     tokens_[i + 1].cell.kind == CellKind::value;
            if (i > 0) note_blanks(tokens_[i - 1], tokens_[i]);
            if (i > 0 && breaks_.before(cell, text_in_row)) end_row();
            if (row_.empty()) blanks_.clear();
            breaks_.add(cell);
            row_.push_back(cell);
        }
        note_blanks_behind(tokens_.back());
        end_row();
    }

private:
    struct Blank {
        std::size_t before;  ///< index into row_
        std::uint32_t at;
    };

    /// Remembers the blank cells that may stand between two tokens.
    void note_blanks(const Token& left, const Token& right) {
        std::size_t count = 0;
        const std::size_t gap = right.same_line ? 0 : right.line - left.end_line;
        if (right.bars > 1) {
            count = right.bars - 1;
        } else if (right.bars == 0 && gap > gap_) {
            count = (gap - gap_) / (gap_ + 1);
        }
        for (std::size_t i = 0; i < count && i < 64; ++i) {
            const std::size_t line =
                std::min(left.end_line + gap_ + i * (gap_ + 1), source_.lines().size() - 1);
            const std::uint32_t at =
                right.bars > 1 ? left.cell.span.end : source_.lines()[line].whole.begin;
            blanks_.push_back({row_.size(), std::max(at, left.cell.span.end)});
        }
    }

    /// The last row has no token behind it: the blank lines below the table are its cells, if
    /// they are enough for all that it still wants.
    void note_blanks_behind(const Token& last) {
        const std::size_t gap = source_.next_filled(last.end_line) - last.end_line;
        if (last.bars > 0 || gap <= gap_ || (gap - gap_) / (gap_ + 1) < breaks_.wanted()) return;
        for (std::size_t i = 0; i < breaks_.wanted(); ++i) {
            const std::size_t line = last.end_line + gap_ + i * (gap_ + 1);
            blanks_.push_back({row_.size(), source_.lines()[line].whole.begin});
        }
    }

    void end_row() {
        if (row_.empty()) return;
        table_.rows.push_back(static_cast<std::uint32_t>(table_.cells.size()));
        std::uint32_t missing = breaks_.wanted();
        std::size_t name = 0;  // blank cells stand behind the row's name only
        for (std::size_t i = 0; i < row_.size(); ++i) {
            if (row_[i].kind == CellKind::label) name = i + 1;
        }
        std::size_t blank = 0;
        for (std::size_t i = 0; i <= row_.size(); ++i) {
            for (; blank < blanks_.size() && blanks_[blank].before == i; ++blank) {
                if (missing == 0 || i < name) continue;
                --missing;
                table_.cells.push_back(
                    {span_of(blanks_[blank].at, blanks_[blank].at), CellKind::empty, {}});
            }
            if (i < row_.size()) table_.cells.push_back(row_[i]);
        }
        row_.clear();
        blanks_.clear();
        breaks_.clear();
    }

    Source& source_;
    CutTable& table_;
    const std::vector<Token>& tokens_;
    std::size_t gap_;
    RowBreaks breaks_;
    std::vector<CutCell> row_;
    std::vector<Blank> blanks_;
};

}  // namespace

Cut cut_loose(Source& source, std::size_t first) {
    Run run(source, first);
    run.read();
    const std::size_t end = std::max(run.end_line(), first + 1);
    if (!run.is_form()) return {end, std::nullopt};
    CutTable table;
    table.first_line = first;
    table.end_line = end;
    Rows(source, table, run.tokens()).build();
    return {end, std::move(table)};
}

}  // namespace gouji
