#pragma once

#include "gouji/base/span.hpp"
#include "gouji/text/text.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// One node of the tree. Children are linked; siblings are in reading order.
struct Node {
    Span span;
    gouji_kind kind = GOUJI_KIND_OTHER;
    gouji_node parent = GOUJI_NONE;
    gouji_node first_child = GOUJI_NONE;
    gouji_node next_sibling = GOUJI_NONE;
    bool chapter = false;  ///< a heading with a chapter's title, or a paragraph that starts with it
};

/// A table's geometry. Its cells are `cells()` [first_cell, first_cell + cell_count).
struct Table {
    gouji_node node = GOUJI_NONE;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t cell_count = 0;
};

/// One report, parsed: a tree of headings, paragraphs and tables whose cells know their rows and
/// columns. Made by DocumentBuilder and never changed afterwards. Node 0 is the document.
class Document {
public:
    Document(Document&&) = default;
    Document& operator=(Document&&) = default;
    Document(const Document&) = delete;  // texts of cells point into words_
    Document& operator=(const Document&) = delete;
    ~Document() = default;

    [[nodiscard]] const Text& text() const { return *text_; }
    [[nodiscard]] std::string_view view() const { return text_->view(); }
    [[nodiscard]] std::string_view at(Span span) const { return text_->at(span); }
    [[nodiscard]] Span extent() const { return extent_; }
    [[nodiscard]] const std::string& file_name() const { return file_name_; }

    /// A number that no other document of this process has; never 0.
    [[nodiscard]] std::uint64_t serial() const { return serial_; }

    [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }
    /// Every node of one kind, in reading order.
    [[nodiscard]] std::span<const gouji_node> nodes(gouji_kind kind) const;
    [[nodiscard]] std::span<const Table> tables() const { return tables_; }
    /// Null when the node is no table.
    [[nodiscard]] const Table* table(gouji_node node) const;
    [[nodiscard]] std::span<const gouji_cell> cells() const { return cells_; }
    /// What cell texts point into, where blanks had to be removed.
    [[nodiscard]] std::span<const char> words() const { return words_; }
    [[nodiscard]] std::span<const gouji_cell> cells(const Table& table) const {
        return cells().subspan(table.first_cell, table.cell_count);
    }

private:
    friend class DocumentBuilder;
    friend class DocumentRecord;
    Document(const Text& text, Span extent, std::string file_name);

    static constexpr std::size_t kinds = GOUJI_KIND_SIGNATURE + 1;

    const Text* text_;
    std::uint64_t serial_;
    Span extent_;
    std::string file_name_;
    std::vector<Node> nodes_;
    std::vector<Table> tables_;
    std::vector<gouji_cell> cells_;
    std::vector<char> words_;
    std::vector<gouji_node> by_kind_;                    ///< all nodes, kind by kind
    std::array<std::uint32_t, kinds + 1> kind_begin_{};  ///< where each kind begins in by_kind_
};

/// A cell as the parser hands it over.
struct CellDraft {
    Span span;  ///< as printed, without blanks around
    std::uint32_t column = 0;
    std::uint32_t row_span = 1;
    std::uint32_t column_span = 1;
    std::uint32_t state = GOUJI_CELL_FILLED;
};

/// Builds a document in reading order; `build` ends it.
class DocumentBuilder {
public:
    /// `text` outlives the document. `extent` is the stretch that is this report.
    DocumentBuilder(const Text& text, Span extent, std::string file_name);

    /// A node behind the last child of `parent`. Not for tables, rows and cells.
    gouji_node add(gouji_kind kind, Span span, gouji_node parent = 0);
    /// Widens a node up to `end`: a paragraph that goes on in the next line.
    void extend(gouji_node node, std::uint32_t end);
    /// Sets Node::chapter.
    void mark_chapter(gouji_node node);

    /// open_table, then for every row open_row and its cells, then close_table.
    gouji_node open_table(Span span);
    void open_row(Span span);
    void cell(const CellDraft& cell);
    void close_table();

    Document build() &&;

private:
    Document document_;
    std::vector<gouji_node> last_child_;  ///< beside nodes
    std::vector<std::uint32_t> word_at_;  ///< beside cells: offset into words_, or GOUJI_NONE
    gouji_node table_ = GOUJI_NONE;
    gouji_node row_ = GOUJI_NONE;
};

}  // namespace gouji
