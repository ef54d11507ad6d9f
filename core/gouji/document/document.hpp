#pragma once

#include "gouji/base/span.hpp"
#include "gouji/text/text.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One node of the tree. Children are linked; siblings are in reading order.
struct Node {
    Span span;
    gouji_kind kind = GOUJI_KIND_OTHER;
    gouji_node parent = GOUJI_NONE;
    gouji_node first_child = GOUJI_NONE;
    gouji_node next_sibling = GOUJI_NONE;
};

/// A table's geometry. Its cells are `cells()` [first_cell, first_cell + cell_count).
struct Table {
    gouji_node node = GOUJI_NONE;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t cell_count = 0;
};

/// What room 2 makes of one report: a tree whose tables have real geometry.
/// Built by a reader through DocumentBuilder, immutable ever after. Node 0 is the document.
class Document {
public:
    /// `text` outlives the document. `extent` is the stretch that is this report.
    Document(const Text& text, Span extent, std::string file_name);

    [[nodiscard]] const Text& text() const { return *text_; }
    [[nodiscard]] std::string_view view() const { return text_->view(); }
    [[nodiscard]] std::string_view at(Span span) const { return text_->at(span); }
    [[nodiscard]] Span extent() const { return extent_; }
    [[nodiscard]] const std::string& file_name() const { return file_name_; }

    [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }
    /// Every node of one kind, in reading order.
    [[nodiscard]] std::span<const gouji_node> nodes(gouji_kind kind) const;
    [[nodiscard]] std::span<const Table> tables() const { return tables_; }
    /// Null when the node is no table.
    [[nodiscard]] const Table* table(gouji_node node) const;
    [[nodiscard]] std::span<const gouji_cell> cells() const { return cells_; }
    [[nodiscard]] std::span<const gouji_cell> cells(const Table& table) const {
        return cells().subspan(table.first_cell, table.cell_count);
    }

private:
    friend class DocumentBuilder;

    const Text* text_;
    Span extent_;
    std::string file_name_;
    std::vector<Node> nodes_;
    std::vector<Table> tables_;
    std::vector<gouji_cell> cells_;
    std::vector<char> words_;  ///< what cell texts point into, where blanks had to be removed
    std::vector<std::vector<gouji_node>> by_kind_;
};

}  // namespace gouji
