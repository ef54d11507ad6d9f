#pragma once

#include "gouji/container/numbering.hpp"
#include "gouji/container/text_builder.hpp"
#include "gouji/container/xml_tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// Whether tracked changes are read as accepted or as rejected.
enum class Revisions : std::uint8_t { accepted, rejected };

/// The content of a wrapper that means nothing to the text: a content control, a smart tag, a
/// tracked change that counts, the choice that a newer Word would take. `none` when `node` is no
/// such wrapper, or one whose content does not count.
[[nodiscard]] std::uint32_t unwrapped(const XmlTree& tree, std::uint32_t node, Revisions revisions);

/// Whether a content control keeps its text from being edited.
[[nodiscard]] bool is_locked_control(const XmlTree& tree, std::uint32_t control);

/// Reads what stands inside of paragraphs: runs, their characters, fields.
class DocxInline {
public:
    /// A text box or a note that a run anchors; its text comes after the paragraph or the document.
    struct Box {
        std::uint32_t content;
        std::uint32_t run;
    };
    struct Note {
        bool endnote;
        std::string id;
        std::uint32_t run;
    };

    DocxInline(TextBuilder& out, const Numbering& numbering, Revisions revisions)
        : out_(out), numbering_(numbering), revisions_(revisions) {}

    /// From here on text is read from this part; a comment on it goes around the run `host` of the
    /// main part, if that is not no_node.
    void enter_part(const XmlTree& tree, std::uint16_t part, std::uint32_t host);
    void begin_paragraph(std::uint32_t node);
    void read(std::uint32_t parent);

    /// Text that is read between these two can be commented and not edited.
    void begin_fixed() { ++fixed_; }
    void end_fixed() { --fixed_; }

    /// Where made text and ends of lines belong.
    [[nodiscard]] Piece origin() const;
    [[nodiscard]] std::uint32_t host() const { return host_; }
    void set_host(std::uint32_t run) { host_ = run; }
    /// Whether the line is part of a table of contents.
    [[nodiscard]] bool in_contents() const { return contents_line_; }
    [[nodiscard]] bool has_boxes() const { return !boxes_.empty(); }
    std::vector<Box> take_boxes() { return std::exchange(boxes_, {}); }
    std::vector<Note> take_notes() { return std::exchange(notes_, {}); }

private:
    struct Field {
        std::string code;
        bool result = false;
        bool contents = false;
    };

    void run(std::uint32_t run);
    void run_children(std::uint32_t parent, std::uint32_t run, bool hidden);
    bool run_child(std::uint32_t child, std::uint32_t run);
    void field_mark(std::uint32_t mark);
    void field_code(std::uint32_t text);
    void anchored(std::uint32_t node, std::uint32_t run);
    void characters(std::uint32_t text, std::uint32_t run);
    void add_bytes(std::string_view words, Piece from);
    void math(std::uint32_t node);
    void unit(std::string_view words, std::uint32_t node, std::uint32_t run);
    [[nodiscard]] bool in_code() const { return !fields_.empty() && !fields_.back().result; }

    TextBuilder& out_;
    const Numbering& numbering_;
    Revisions revisions_;
    const XmlTree* tree_ = nullptr;
    std::uint16_t part_ = 0;
    std::uint32_t host_ = no_node;
    std::uint32_t paragraph_node_ = no_node;
    std::uint32_t paragraph_ = 0;
    std::uint32_t run_number_ = 0;
    int fixed_ = 0;
    int results_ = 0;          ///< fields whose result is being read
    int contents_fields_ = 0;  ///< tables of contents among them
    bool contents_line_ = false;
    std::vector<Field> fields_;
    std::vector<Box> boxes_;
    std::vector<Note> notes_;
};

}  // namespace gouji
