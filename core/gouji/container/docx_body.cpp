#include "gouji/container/docx_body.hpp"

#include "gouji/container/limits.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;
constexpr int most_boxed = 8;  // text boxes within text boxes

std::uint32_t count_in(std::string_view text, std::uint32_t least) {
    std::uint32_t value = least;
    std::from_chars(text.data(), text.data() + text.size(), value);
    // One more than may be, so that the excess is noticed.
    return std::clamp(value, least, container_limits::most_columns + 1);
}

bool is_contents_control(const XmlTree& tree, std::uint32_t node) {
    if (!tree.is_word(node, "sdt")) return false;
    const auto object = tree.word_child(tree.word_child(node, "sdtPr"), "docPartObj");
    return tree.value(tree.word_child(object, "docPartGallery")) == "Table of Contents";
}

}  // namespace

void DocxBody::read(const XmlTree& tree, std::uint16_t part, std::uint32_t parent,
                    std::uint32_t host) {
    tree_ = &tree;
    inline_.enter_part(tree, part, host);
    blocks(parent);
    if (line_open_) end_paragraph();  // the mark of the last paragraph is deleted
}

void DocxBody::blocks(std::uint32_t parent) {
    for (auto c = (*tree_)[parent].first; c != none; c = (*tree_)[c].next) {
        if ((*tree_)[c].element) block(c);
    }
}

void DocxBody::block(std::uint32_t node) {
    if (tree_->is_word(node, "p")) return paragraph(node);
    if (tree_->is_word(node, "tbl")) return table(node);
    const auto inside = unwrapped(*tree_, node, revisions_);
    if (inside == none) return;
    const bool locked = is_locked_control(*tree_, node);
    const bool contents = is_contents_control(*tree_, node);
    if (locked) inline_.begin_fixed();
    contents_ += contents ? 1 : 0;
    blocks(inside);
    contents_ -= contents ? 1 : 0;
    if (locked) inline_.end_fixed();
}

/// Whether a tracked change takes away what has these properties.
bool DocxBody::is_dropped(std::uint32_t properties, std::string_view deleted,
                          std::string_view inserted) const {
    return tree_->word_child(properties, revisions_ == Revisions::accepted ? deleted : inserted) !=
           none;
}

void DocxBody::paragraph(std::uint32_t node) {
    if (!line_open_) line_begin_ = out_.size();
    line_open_ = true;
    inline_.begin_paragraph(node);
    out_.add(numbering_.next_label(*tree_, node), inline_.origin());
    inline_.read(node);
    const auto mark = tree_->word_child(tree_->word_child(node, "pPr"), "rPr");
    const bool runs_on = is_dropped(mark, "del", "ins") || is_dropped(mark, "moveFrom", "moveTo");
    if (runs_on && !out_.in_cell() && !inline_.has_boxes()) return;
    end_paragraph();
    boxes();
}

void DocxBody::end_paragraph() {
    line_open_ = false;
    out_.end_line(line_begin_, contents_ > 0 || inline_.in_contents(), inline_.origin());
}

/// The text boxes that are anchored in the paragraph that has just ended.
void DocxBody::boxes() {
    const auto found = inline_.take_boxes();
    if (boxed_ >= most_boxed) return;
    for (const DocxInline::Box& box : found) {
        const std::uint32_t host = inline_.host();
        if (host == no_node) inline_.set_host(box.run);
        ++boxed_;
        inline_.begin_fixed();
        blocks(box.content);
        inline_.end_fixed();
        --boxed_;
        inline_.set_host(host);
    }
}

void DocxBody::gather(std::uint32_t parent, std::string_view name, Nodes& out) const {
    for (auto c = (*tree_)[parent].first; c != none; c = (*tree_)[c].next) {
        if (tree_->is_word(c, name)) {
            out.push_back(c);
        } else if (const auto inside = unwrapped(*tree_, c, revisions_); inside != none) {
            gather(inside, name, out);
        }
    }
}

bool DocxBody::holds_table(std::uint32_t parent) const {
    for (auto c = (*tree_)[parent].first; c != none; c = (*tree_)[c].next) {
        if (tree_->is_word(c, "tbl")) return true;
        const auto inside = unwrapped(*tree_, c, revisions_);
        if (inside != none && holds_table(inside)) return true;
    }
    return false;
}

std::vector<DocxBody::Row> DocxBody::rows(std::uint32_t table) const {
    Nodes nodes;
    gather(table, "tr", nodes);
    std::vector<Row> out;
    for (const std::uint32_t node : nodes) {
        if (is_dropped(tree_->word_child(node, "trPr"), "del", "ins")) continue;
        Row row{node, {}};
        gather(node, "tc", row.cells);
        std::erase_if(row.cells, [&](std::uint32_t cell) {
            return is_dropped(tree_->word_child(cell, "tcPr"), "cellDel", "cellIns");
        });
        out.push_back(std::move(row));
    }
    return out;
}

void DocxBody::table(std::uint32_t node) {
    const std::vector<Row> rows = this->rows(node);
    std::size_t cells = 0;
    bool frame = out_.in_cell();
    for (const Row& row : rows) {
        cells += row.cells.size();
        for (const std::uint32_t cell : row.cells) frame = frame || holds_table(cell);
    }
    if (frame || cells <= 1) {  // it only arranges what it holds
        for (const Row& row : rows) {
            for (const std::uint32_t cell : row.cells) blocks(cell);
        }
        return;
    }
    out_.open_table();
    Reaching above;
    for (const Row& row : rows) this->row(row, above);
    out_.close_table();
}

void DocxBody::row(const Row& row, Reaching& above) {
    const XmlTree& tree = *tree_;
    const auto row_properties = tree.word_child(row.node, "trPr");
    std::uint32_t column = count_in(tree.value(tree.word_child(row_properties, "gridBefore")), 0);
    Reaching now;
    constexpr auto nothing = SIZE_MAX;
    std::size_t left = nothing;
    for (const std::uint32_t cell : row.cells) {
        const auto properties = tree.word_child(cell, "tcPr");
        const std::uint32_t span = count_in(tree.value(tree.word_child(properties, "gridSpan")), 1);
        const auto down = tree.word_child(properties, "vMerge");
        const auto across = tree.word_child(properties, "hMerge");
        if (across != none && tree.value(across) != "restart" && left != nothing) {
            out_.widen_cell(left, span);
            column += span;
            continue;
        }
        const auto upper = above.find(column);
        if (down != none && tree.value(down) != "restart" && upper != above.end()) {
            out_.lengthen_cell(upper->second);
            now[column] = upper->second;
            left = nothing;
            column += span;
            continue;
        }
        out_.open_cell(column, 1, span);
        blocks(cell);
        left = out_.close_cell(inline_.origin());
        if (down != none) now[column] = left;
        column += span;
    }
    out_.close_row();
    above = std::move(now);
}

}  // namespace gouji
