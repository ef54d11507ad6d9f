#include "gouji/output/html_table.hpp"

#include "gouji/output/html_text.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace gouji {
namespace {

bool numeric(const gouji_cell& cell) {
    if (cell.state != GOUJI_CELL_FILLED || cell.text.size > 32) return false;
    bool digit = false;
    for (const char c : view(cell.text)) {
        const bool is_digit = c >= '0' && c <= '9';
        digit = digit || is_digit;
        if (!is_digit && c != '.' && c != ',' && c != '-' && c != '+' && c != '%') return false;
    }
    return digit;
}

/// How many columns are taken, in every row, by cells that began in it or above.
class Grid {
public:
    explicit Grid(std::uint32_t columns) : free_from_(columns, 0) {}

    /// Columns from `column` on that are free in `row`, at most `most`.
    [[nodiscard]] std::uint32_t free_columns(std::uint32_t row, std::uint32_t column,
                                             std::uint32_t most) const {
        std::uint32_t out = 0;
        while (out < most && column + out < free_from_.size() && free_from_[column + out] <= row)
            ++out;
        return out;
    }
    void take(std::uint32_t row, std::uint32_t column, std::uint32_t rows, std::uint32_t columns) {
        std::fill_n(free_from_.begin() + column, columns, row + rows);
    }

private:
    std::vector<std::uint32_t> free_from_;  ///< a column: the first row where it is free again
};

class Drawing {
public:
    Drawing(std::string& out, const Document& document, const Table& table, Marker& marker)
        : out_(&out),
          cells_(document.cells(table)),
          table_(&table),
          marker_(&marker),
          grid_(table.columns) {}

    std::vector<std::uint32_t> draw(std::uint32_t next) {
        for (std::size_t i = 0; i < cells_.size();) {
            std::size_t end = i;
            while (end < cells_.size() && cells_[end].row == cells_[i].row) ++end;
            row(i, end, next);
            i = end;
        }
        return std::move(findings_);
    }

private:
    void row(std::size_t from, std::size_t to, std::uint32_t next) {
        const auto cells = cells_.subspan(from, to - from);
        const bool header = std::none_of(cells.begin(), cells.end(), [](const gouji_cell& cell) {
            return cell.state == GOUJI_CELL_BLANK || numeric(cell);
        });
        *out_ += "<tr>";
        column_ = 0;
        for (std::size_t i = from; i < to; ++i) {
            // A hole has no width in the text, but a finding may point at it.
            const std::uint32_t after = i + 1 < cells_.size() ? cells_[i + 1].span.begin : next;
            if (cells_[i].state == GOUJI_CELL_MERGED) {
                hole(cells_[i], after);
            } else {
                cell(cells_[i], after, header);
            }
        }
        *out_ += "</tr>\n";
    }

    void hole(const gouji_cell& cell, std::uint32_t after) {
        std::string words;
        const Marker::Marked marked = marker_->add(words, cell.span, after);
        findings_.insert(findings_.end(), marked.findings.begin(), marked.findings.end());
        pending_ += words;
    }

    void cell(const gouji_cell& cell, std::uint32_t after, bool header) {
        fill(cell.row, cell.column);
        std::string words = std::exchange(pending_, {});
        const Marker::Marked marked = marker_->add(words, cell.span, after);
        findings_.insert(findings_.end(), marked.findings.begin(), marked.findings.end());

        const bool number = numeric(cell) || cell.state == GOUJI_CELL_BLANK;
        const char* name = header || !number ? "th" : "td";
        *out_ += std::string("<") + name;
        if (marked.worst != Level::off)
            *out_ += std::string(" class=\"wrong ") + html_class(marked.worst) + "\"";
        if (!header && !number) *out_ += " scope=\"row\"";
        const std::uint32_t columns =
            std::max(1U, grid_.free_columns(cell.row, cell.column, cell.column_span));
        const std::uint32_t rows = std::max(1U, std::min(cell.row_span, table_->rows - cell.row));
        if (columns > 1) *out_ += " colspan=\"" + std::to_string(columns) + "\"";
        if (rows > 1) *out_ += " rowspan=\"" + std::to_string(rows) + "\"";
        *out_ += ">" + words + "</" + name + ">";
        grid_.take(cell.row, cell.column, rows, columns);
        column_ = cell.column + columns;
    }

    /// Empty cells up to a column, where nothing reaches down from above.
    void fill(std::uint32_t row, std::uint32_t column) {
        while (column_ < column) {
            const std::uint32_t wide = grid_.free_columns(row, column_, column - column_);
            if (wide == 0) {
                ++column_;
                continue;
            }
            *out_ += "<td class=\"hole\"";
            if (wide > 1) *out_ += " colspan=\"" + std::to_string(wide) + "\"";
            *out_ += "></td>";
            column_ += wide;
        }
    }

    std::string* out_;
    std::span<const gouji_cell> cells_;
    const Table* table_;
    Marker* marker_;
    Grid grid_;
    std::uint32_t column_ = 0;  ///< of the row at hand, drawn so far
    std::string pending_;       ///< marks of placeholders, for the next cell
    std::vector<std::uint32_t> findings_;
};

}  // namespace

std::vector<std::uint32_t> html_table(std::string& out, const Document& document,
                                      const Table& table, Marker& marker, std::uint32_t next,
                                      Language language) {
    out += "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"";
    out += pick(language, "表格", "table");
    out += "\"><table>\n";
    std::vector<std::uint32_t> findings = Drawing(out, document, table, marker).draw(next);
    out += "</table></div>";
    return findings;
}

}  // namespace gouji
