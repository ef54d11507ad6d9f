#include "gouji/document/document_record.hpp"

#include "gouji/document/text_record.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace gouji {

void DocumentRecord::write(const Document& document, RecordWriter& out) {
    out.number(document.extent_.begin);
    out.number(document.extent_.end);
    out.text(document.file_name_);
    // What lies between a node's members may be left of anything, and is not for foreign code.
    out.array(document.nodes_, [](Node& node) {
        constexpr std::size_t members = offsetof(Node, chapter) + sizeof node.chapter;
        std::memset(reinterpret_cast<char*>(&node) + members, 0, sizeof node - members);
    });
    out.array(std::span(document.by_kind_));
    out.array(std::span<const std::uint32_t>(document.kind_begin_));
}

std::optional<Document> DocumentRecord::read(RecordReader& in, const Text& text) {
    Span extent{};
    extent.begin = in.small();
    extent.end = in.small();
    Document out(text, extent, in.text());
    out.nodes_ = in.array<Node>();
    out.by_kind_ = in.array<gouji_node>();
    const auto begins = in.array<std::uint32_t>();
    if (extent.begin > extent.end || extent.end > text.view().size() ||
        begins.size() != out.kind_begin_.size() || !std::is_sorted(begins.begin(), begins.end()) ||
        begins.back() > out.by_kind_.size()) {
        in.spoil();
        return std::nullopt;
    }
    std::copy(begins.begin(), begins.end(), out.kind_begin_.begin());
    return out;
}

void DocumentRecord::write_tables(const Document& document, RecordWriter& out) {
    out.array(std::span(document.tables_));
    TextWriter texts(document.view());
    out.array(document.cells_, [&](gouji_cell& cell) { texts(cell.text); });
    out.text(texts.pool());
}

void DocumentRecord::read_tables(RecordReader& in, Document& document) {
    document.tables_ = in.array<Table>();
    document.cells_ = in.array<gouji_cell>();
    const std::string_view words = in.view();
    document.words_.assign(words.begin(), words.end());
    TextReader texts(document.view(), {document.words_.data(), document.words_.size()});
    for (gouji_cell& cell : document.cells_) texts(cell.text);
    const std::size_t cells = document.cells_.size();
    const auto fits = [&](const Table& table) {
        return table.first_cell <= cells && table.cell_count <= cells - table.first_cell;
    };
    if (texts.good() && std::all_of(document.tables_.begin(), document.tables_.end(), fits)) return;
    document.tables_.clear();
    in.spoil();
}

}  // namespace gouji
