#include "gouji/container/text_builder.hpp"

#include "gouji/container/limits.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <utility>

namespace gouji {

void TextBuilder::add(std::string_view words, Piece from) {
    // A byte order mark at the start would not survive Text::decode.
    if (constexpr std::string_view mark = "\xEF\xBB\xBF";
        text_.empty() && words.starts_with(mark)) {
        words.remove_prefix(mark.size());
        if (from.kind == PieceKind::bytes) from.source.begin += std::uint32_t{3};
    }
    if (words.empty()) return;
    if (text_.size() + words.size() > container_limits::most_text_bytes) {
        refuse({"文字超过 32 MiB，不予读取；请拆成多份再检查",
                "more than 32 MiB of text, which was not read; split the file"});
        return;
    }
    const std::uint32_t begin = size();
    text_ += words;
    from.text = {begin, size()};
    if (!pieces_.empty()) {
        Piece& last = pieces_.back();
        const bool goes_on = last.kind == PieceKind::bytes && from.kind == PieceKind::bytes &&
                             last.run == from.run && last.node == from.node &&
                             last.part == from.part && last.source.end == from.source.begin;
        if (goes_on) {
            last.text.end = from.text.end;
            last.source.end = from.source.end;
            return;
        }
    }
    pieces_.push_back(from);
}

void TextBuilder::end_line(std::uint32_t begin, bool boilerplate, Piece from) {
    if (!in_cell_) {
        // A line break inside of a paragraph makes a line of its own.
        while (true) {
            const auto end =
                static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
            structure_.blocks.push_back(
                {false, static_cast<std::uint32_t>(structure_.lines.size())});
            structure_.lines.push_back({{begin, end}, boilerplate, from.part != 0});
            if (end == size()) break;
            begin = end + 1;
        }
    }
    separate('\n', from);
}

void TextBuilder::separate(char separator, Piece from) {
    from.kind = PieceKind::made;
    from.source = {};
    add({&separator, 1}, from);
}

void TextBuilder::open_table() {
    table_ = {};
    table_.span.begin = size();
}

void TextBuilder::open_cell(std::uint32_t column, std::uint32_t row_span,
                            std::uint32_t column_span) {
    in_cell_ = true;
    Structure::Cell cell;
    cell.span.begin = size();
    cell.row = table_.rows;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    table_.cells.push_back(cell);
    note_columns(cell);
}

std::size_t TextBuilder::close_cell(Piece from) {
    in_cell_ = false;
    Structure::Cell& cell = table_.cells.back();
    const std::string_view whole = view().substr(cell.span.begin);
    const std::string_view words = trimmed(whole);
    const auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
    cell.span = words.empty() ? Span{cell.span.begin, cell.span.begin}
                              : Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    // The end of the last paragraph becomes the end of the cell.
    if (!whole.empty() && whole.back() == '\n' && pieces_.back().kind == PieceKind::made) {
        text_.back() = '\t';
    } else {
        separate('\t', from);
    }
    return table_.cells.size() - 1;
}

void TextBuilder::widen_cell(std::size_t index, std::uint32_t columns) {
    Structure::Cell& cell = table_.cells[index];
    cell.column_span += columns;
    note_columns(cell);
}

void TextBuilder::lengthen_cell(std::size_t index) {
    Structure::Cell& cell = table_.cells[index];
    cell.row_span = std::max(cell.row_span, table_.rows - cell.row + 1);
}

void TextBuilder::note_columns(const Structure::Cell& cell) {
    table_.columns = std::max(table_.columns, cell.column + cell.column_span);
    if (table_.columns > container_limits::most_columns) {
        refuse(
            {"表格超过 256 列，不予读取", "a table of more than 256 columns, which was not read"});
    }
}

void TextBuilder::close_row() {
    if (size() > table_.span.begin && text_.back() == '\t') text_.back() = '\n';
    ++table_.rows;
}

void TextBuilder::close_table() {
    table_.span.end = size();
    if (table_.cells.empty()) return;
    structure_.blocks.push_back({true, static_cast<std::uint32_t>(structure_.tables.size())});
    structure_.tables.push_back(std::exchange(table_, {}));
}

void TextBuilder::refuse(Error why) {
    if (!refused_) refused_ = std::move(why);
}

Result<Extracted> TextBuilder::finish() && {
    if (refused_) return Failure(*refused_);
    GOUJI_TRY(auto text, Text::decode(std::move(text_), "UTF-8"));
    return Extracted{std::move(text), std::move(structure_), SourceMap(std::move(pieces_))};
}

}  // namespace gouji
