#include "gouji/parse/cutters.hpp"
#include "gouji/parse/loose_cells.hpp"
#include "gouji/parse/row_breaks.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// Blank lines between two cells that are not blank cells: what most neighbours have.
std::size_t usual_gap(const std::vector<LooseCell>& tokens) {
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
    Rows(Source& source, CutTable& table, const std::vector<LooseCell>& tokens)
        : source_(source),
          table_(table),
          tokens_(tokens),
          gap_(usual_gap(tokens)),
          breaks_(source.lexicon(), true) {}

    void build() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const CutCell& cell = tokens_[i].cell;
            const bool text_in_row = cell.kind == CellKind::text && breaks_.missing() > 0 &&
                                     size(cell.span) <= 18 && i + 1 < tokens_.size() &&
                                     tokens_[i + 1].cell.kind == CellKind::value;
            if (i > 0) note_blanks(tokens_[i - 1], tokens_[i]);
            if (i > 0 && breaks_.before(cell, text_in_row)) end_row();
            if (row_.empty()) blanks_.clear();
            breaks_.add(cell);
            row_.push_back(cell);
        }
        note_blanks_after(tokens_.back());
        end_row();
    }

private:
    struct Blank {
        std::size_t before;  ///< index into row_
        std::uint32_t at;
    };

    /// Remembers the blank cells that may stand between two tokens.
    void note_blanks(const LooseCell& left, const LooseCell& right) {
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

    /// The last row has no token after it: the blank lines below the table are its cells, if
    /// they are enough for all that it still expects.
    void note_blanks_after(const LooseCell& last) {
        const std::size_t gap = source_.next_filled(last.end_line) - last.end_line;
        if (last.bars > 0 || gap <= gap_ || (gap - gap_) / (gap_ + 1) < breaks_.missing()) return;
        for (std::size_t i = 0; i < breaks_.missing(); ++i) {
            const std::size_t line = last.end_line + gap_ + i * (gap_ + 1);
            blanks_.push_back({row_.size(), source_.lines()[line].whole.begin});
        }
    }

    void end_row() {
        if (row_.empty()) return;
        table_.rows.push_back(static_cast<std::uint32_t>(table_.cells.size()));
        std::uint32_t missing = breaks_.missing();
        std::size_t name = 0;  // blank cells stand after the row's name only
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
    const std::vector<LooseCell>& tokens_;
    std::size_t gap_;
    RowBreaks breaks_;
    std::vector<CutCell> row_;
    std::vector<Blank> blanks_;
};

}  // namespace

Cut cut_loose(Source& source, std::size_t first) {
    LooseCells run(source, first);
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
