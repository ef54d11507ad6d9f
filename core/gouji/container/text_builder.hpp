#pragma once

#include "gouji/base/result.hpp"
#include "gouji/container/extracted.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Puts extracted text together: words with their places, lines, tables and their cells. What a
/// reader of any format calls in reading order.
class TextBuilder {
public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] const Structure& structure() const { return structure_; }

    /// Adds words. `from` has their source; its `text` is set here.
    void add(std::string_view words, Piece from);
    /// Ends a line that began at `begin`: adds it with its line end. Within a cell only the line
    /// end.
    void end_line(std::uint32_t begin, bool boilerplate, Piece from);
    [[nodiscard]] bool in_cell() const { return in_cell_; }

    void open_table();
    void open_cell(std::uint32_t column, std::uint32_t row_span, std::uint32_t column_span);
    /// The index of the cell in its table.
    std::size_t close_cell(Piece from);
    void close_row();
    void close_table();
    /// A cell of this table reaches further: to the right, or down into the current row.
    void widen_cell(std::size_t index, std::uint32_t columns);
    void lengthen_cell(std::size_t index);
    [[nodiscard]] std::uint32_t row() const { return table_.rows; }

    /// Keeps only these blocks: the article of a page.
    void keep(std::vector<Structure::Block> blocks) { structure_.blocks = std::move(blocks); }

    /// Makes finish() fail; the first reason counts.
    void refuse(Error why);
    /// Fails when the text exceeds container_limits, or the reader refused it.
    Result<Extracted> finish() &&;

private:
    void note_columns(const Structure::Cell& cell);
    void separate(char separator, Piece from);

    std::string text_;
    std::vector<Piece> pieces_;
    Structure structure_;
    Structure::Table table_;
    bool in_cell_ = false;
    std::optional<Error> refused_;
};

}  // namespace gouji
