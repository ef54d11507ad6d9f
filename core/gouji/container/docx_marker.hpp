#pragma once

#include "gouji/container/docx_reader.hpp"
#include "gouji/container/docx_run_writer.hpp"
#include "gouji/container/docx_splices.hpp"
#include "gouji/container/docx_writer.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Finds the places of comments and edits in the parts, and writes the parts with them.
class DocxMarker {
public:
    /// `document` outlives the marker. Tracked changes take ids from `next_id` on.
    DocxMarker(const DocxDocument& document, const DocxChanges& changes, std::uint32_t next_id);

    [[nodiscard]] std::uint32_t take_id() { return next_id_++; }
    /// False when the document has no place for it.
    bool comment(Span span, std::uint32_t id);
    /// False when it cannot be a tracked change.
    bool edit(const DocxEdit& edit);
    /// The parts that change, by name. Call once.
    [[nodiscard]] std::map<std::string, std::string> changed_parts();

private:
    using Node = std::pair<std::uint16_t, std::uint32_t>;  ///< part, node

    [[nodiscard]] const XmlTree& tree(std::uint16_t part) const {
        return document_.parts[part].tree;
    }
    [[nodiscard]] std::vector<const Piece*> written(Span span) const;
    [[nodiscard]] const Piece* neighbour(std::uint32_t offset) const;
    [[nodiscard]] Span character_near(const Piece& piece, std::uint32_t offset) const;
    [[nodiscard]] std::uint32_t container(const Piece& piece) const;
    [[nodiscard]] std::uint32_t paragraph(const Piece& piece) const;
    [[nodiscard]] bool editable(const Piece& piece) const;
    [[nodiscard]] bool ends_paragraph(std::uint32_t offset) const;
    [[nodiscard]] std::string by_us(std::uint16_t part) const;
    [[nodiscard]] std::string insertion(const Piece& looks, const Piece& after,
                                        std::string_view words);

    void comment_around(const Piece& first, const Piece& last, Span span, std::uint32_t id);
    bool comment_in_paragraph(const Piece& made, std::uint32_t id);
    bool insert(std::uint32_t offset, std::string_view words);
    void mark(const Piece& piece, std::uint32_t at, RunMark::Kind kind, std::string xml);

    const DocxDocument& document_;
    const DocxChanges& changes_;
    std::uint32_t next_id_;
    std::map<Node, std::vector<RunMark>> marks_;  ///< by run
    std::map<Node, std::string> before_, after_;  ///< around runs
    std::map<Node, std::string> at_end_;          ///< of paragraphs
    std::uint32_t inserted_at_end_ = 0;  ///< number of the paragraph whose end was inserted to
};

}  // namespace gouji
