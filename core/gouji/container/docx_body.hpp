#pragma once

#include "gouji/container/docx_inline.hpp"

#include <map>
#include <span>
#include <vector>

namespace gouji {

/// Reads the blocks of a part in order: paragraphs with their automatic numbers, tables with their
/// merged cells, what stands in text boxes.
class DocxBody {
public:
    DocxBody(TextBuilder& out, Numbering& numbering, Revisions revisions)
        : out_(out),
          numbering_(numbering),
          revisions_(revisions),
          inline_(out, numbering, revisions) {}

    /// Reads the children of `parent`. Comments on them go around the run `host` of the main part,
    /// if that is not no_node.
    void read(const XmlTree& tree, std::uint16_t part, std::uint32_t parent,
              std::uint32_t host = no_node);
    std::vector<DocxInline::Note> take_notes() { return inline_.take_notes(); }

private:
    using Nodes = std::vector<std::uint32_t>;
    struct Row {
        std::uint32_t node;
        Nodes cells;
    };
    /// Column: the cell of the row above that may reach down there.
    using Reaching = std::map<std::uint32_t, std::size_t>;

    void blocks(std::uint32_t parent);
    void block(std::uint32_t node);
    void paragraph(std::uint32_t node);
    void end_paragraph();
    void boxes();
    void table(std::uint32_t node);
    void row(const Row& row, Reaching& above);
    [[nodiscard]] std::vector<Row> rows(std::uint32_t table) const;
    void gather(std::uint32_t parent, std::string_view name, Nodes& out) const;
    [[nodiscard]] bool holds_table(std::uint32_t parent) const;
    [[nodiscard]] bool is_dropped(std::uint32_t properties, std::string_view deleted,
                                  std::string_view inserted) const;

    TextBuilder& out_;
    Numbering& numbering_;
    Revisions revisions_;
    DocxInline inline_;
    const XmlTree* tree_ = nullptr;
    std::uint32_t line_begin_ = 0;
    bool line_open_ = false;
    int contents_ = 0;  ///< content controls that hold a table of contents
    int boxed_ = 0;
};

}  // namespace gouji
