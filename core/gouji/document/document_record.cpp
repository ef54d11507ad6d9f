#include "gouji/document/document_record.hpp"

#include "gouji/document/text_record.hpp"

#include <algorithm>

namespace gouji {

void DocumentRecord::write(const Document& document, RecordWriter& out) {
    out.number(document.extent_.begin);
    out.number(document.extent_.end);
    out.text(document.file_name_);
    out.array(std::span(document.nodes_));
    out.array(std::span(document.tables_));
    TextWriter texts(document.view());
    std::vector<gouji_cell> cells = document.cells_;
    for (gouji_cell& cell : cells) texts(cell.text);
    out.array(std::span<const gouji_cell>(cells));
    out.text(texts.pool());
    out.array(std::span(document.by_kind_));
    out.array(std::span<const std::uint32_t>(document.kind_begin_));
}

std::optional<Document> DocumentRecord::read(RecordReader& in, const Text& text) {
    Span extent{};
    extent.begin = in.small();
    extent.end = in.small();
    Document out(text, extent, in.text());
    out.nodes_ = in.array<Node>();
    out.tables_ = in.array<Table>();
    out.cells_ = in.array<gouji_cell>();
    const std::string_view words = in.view();
    out.words_.assign(words.begin(), words.end());
    TextReader texts(text.view(), {out.words_.data(), out.words_.size()});
    for (gouji_cell& cell : out.cells_) texts(cell.text);
    out.by_kind_ = in.array<gouji_node>();
    const auto begins = in.array<std::uint32_t>();
    const auto fits = [&](const Table& table) {
        return table.first_cell <= out.cells_.size() &&
               table.cell_count <= out.cells_.size() - table.first_cell;
    };
    if (extent.begin > extent.end || extent.end > text.view().size() || !texts.good() ||
        begins.size() != out.kind_begin_.size() || !std::is_sorted(begins.begin(), begins.end()) ||
        begins.back() > out.by_kind_.size() ||
        !std::all_of(out.tables_.begin(), out.tables_.end(), fits)) {
        in.spoil();
        return std::nullopt;
    }
    std::copy(begins.begin(), begins.end(), out.kind_begin_.begin());
    return out;
}

}  // namespace gouji
