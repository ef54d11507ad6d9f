#include "gouji/container/docx_inline.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;

/// Blanks of XML, which Word drops at the ends of w:t unless xml:space is “preserve”.
constexpr std::string_view xml_blanks = " \t\r\n";

bool same_as_source(const XmlTree& tree, std::uint32_t node) {
    const XmlNode& at = tree[node];
    return at.decoded == none || tree.text(node) == tree.raw(at.begin, at.end);
}

}  // namespace

std::uint32_t unwrapped(const XmlTree& tree, std::uint32_t node, Revisions revisions) {
    if (!tree[node].element) return none;
    if (tree.is_word(node, "sdt")) return tree.word_child(node, "sdtContent");
    if (tree.is_word(node, "customXml") || tree.is_word(node, "smartTag")) return node;
    if (tree.is_word(node, "ins") || tree.is_word(node, "moveTo"))
        return revisions == Revisions::accepted ? node : none;
    if (tree.is_word(node, "del") || tree.is_word(node, "moveFrom"))
        return revisions == Revisions::rejected ? node : none;
    if (tree.is(node, XmlNamespace::compatibility, "AlternateContent")) {
        const auto choice = tree.child(node, XmlNamespace::compatibility, "Choice");
        return choice != none ? choice : tree.child(node, XmlNamespace::compatibility, "Fallback");
    }
    return none;
}

bool is_locked_control(const XmlTree& tree, std::uint32_t control) {
    if (!tree.is_word(control, "sdt")) return false;
    const auto properties = tree.word_child(control, "sdtPr");
    const std::string_view lock = tree.value(tree.word_child(properties, "lock"));
    return lock == "sdtContentLocked" || lock == "contentLocked" ||
           tree.word_child(properties, "dataBinding") != none;
}

void DocxInline::enter_part(const XmlTree& tree, std::uint16_t part, std::uint32_t host) {
    if (part != part_) paragraph_ = 0;
    tree_ = &tree;
    part_ = part;
    host_ = host;
}

void DocxInline::begin_paragraph(std::uint32_t node) {
    paragraph_node_ = node;
    ++paragraph_;
    run_number_ = 0;
    contents_line_ = contents_fields_ > 0;
}

Piece DocxInline::origin() const {
    Piece out;
    out.part = part_;
    out.node = paragraph_node_;
    out.host = host_;
    out.paragraph = paragraph_;
    out.run_number = run_number_;
    out.fixed = fixed_ > 0 || results_ > 0;
    return out;
}

void DocxInline::read(std::uint32_t parent) {
    const XmlTree& tree = *tree_;
    for (auto c = tree[parent].first; c != none; c = tree[c].next) {
        if (!tree[c].element) continue;
        if (tree.is_word(c, "r")) {
            run(c);
        } else if (tree.is_word(c, "hyperlink") || tree.is_word(c, "dir") ||
                   tree.is_word(c, "bdo")) {
            read(c);
        } else if (tree.is_word(c, "fldSimple")) {
            begin_fixed();
            read(c);
            end_fixed();
        } else if (tree[c].space == XmlNamespace::math) {
            begin_fixed();
            math(c);
            end_fixed();
        } else if (const auto inside = unwrapped(tree, c, revisions_); inside != none) {
            const bool locked = is_locked_control(tree, c);
            fixed_ += locked ? 1 : 0;
            read(inside);
            fixed_ -= locked ? 1 : 0;
        }
    }
}

void DocxInline::math(std::uint32_t node) {
    const XmlTree& tree = *tree_;
    for (auto c = tree[node].first; c != none; c = tree[c].next) {
        if (tree.is(c, XmlNamespace::math, "t")) {
            characters(c, node);
        } else if (tree[c].element) {
            math(c);
        }
    }
}

void DocxInline::run(std::uint32_t run) {
    const XmlTree& tree = *tree_;
    ++run_number_;
    const auto properties = tree.word_child(run, "rPr");
    const auto vanish = tree.word_child(properties, "vanish");
    const bool hidden = vanish != none
                            ? tree.on(vanish)
                            : numbering_.hides(tree.value(tree.word_child(properties, "rStyle")));
    run_children(run, run, hidden);
}

void DocxInline::run_children(std::uint32_t parent, std::uint32_t run, bool hidden) {
    const XmlTree& tree = *tree_;
    for (auto c = tree[parent].first; c != none; c = tree[c].next) {
        if (!tree[c].element) continue;
        if (tree.is_word(c, "fldChar")) {
            field_mark(c);
        } else if (tree.is_word(c, "instrText")) {
            field_code(c);
        } else if (!hidden && !in_code() && !run_child(c, run)) {
            const auto inside = unwrapped(tree, c, revisions_);
            if (inside != none) run_children(inside, run, hidden);
        }
    }
}

/// Adds what this child of a run prints; false when it is nothing that prints.
bool DocxInline::run_child(std::uint32_t child, std::uint32_t run) {
    const XmlTree& tree = *tree_;
    const bool rejected = revisions_ == Revisions::rejected;
    if (tree.is_word(child, "t") || (rejected && tree.is_word(child, "delText"))) {
        characters(child, run);
    } else if (tree.is_word(child, "tab") || tree.is_word(child, "ptab")) {
        unit("\t", child, run);
    } else if (tree.is_word(child, "br") || tree.is_word(child, "cr")) {
        const std::string_view type = tree.value(child, "type");
        if (type.empty() || type == "textWrapping") unit("\n", child, run);
    } else if (tree.is_word(child, "noBreakHyphen")) {
        unit("-", child, run);
    } else if (tree.is_word(child, "footnoteReference")) {
        notes_.push_back({false, std::string(tree.value(child, "id")), run});
    } else if (tree.is_word(child, "endnoteReference")) {
        notes_.push_back({true, std::string(tree.value(child, "id")), run});
    } else if (tree.is_word(child, "drawing") || tree.is_word(child, "pict") ||
               tree.is_word(child, "object")) {
        anchored(child, run);
    } else if (tree.is_word(child, "ruby")) {
        begin_fixed();
        const auto base = tree.word_child(child, "rubyBase");
        if (base != none) read(base);
        end_fixed();
    } else {
        return false;
    }
    return true;
}

/// begin, separate or end of a field. Its code prints nothing; its result does.
void DocxInline::field_mark(std::uint32_t mark) {
    const std::string_view type = tree_->value(mark, "fldCharType");
    if (type == "begin") {
        fields_.emplace_back();
    } else if (type == "separate" && in_code()) {
        Field& field = fields_.back();
        field.result = true;
        field.contents = field.code.find("TOC") != std::string::npos;
        ++results_;
        contents_fields_ += field.contents ? 1 : 0;
        contents_line_ |= field.contents;
    } else if (type == "end" && !fields_.empty()) {
        results_ -= fields_.back().result ? 1 : 0;
        contents_fields_ -= fields_.back().contents ? 1 : 0;
        fields_.pop_back();
    }
}

void DocxInline::field_code(std::uint32_t text) {
    if (!in_code()) return;
    for (auto n = (*tree_)[text].first; n != none; n = (*tree_)[n].next) {
        if (!(*tree_)[n].element) fields_.back().code += tree_->text(n);
    }
}

/// Remembers the text boxes in a drawing: of two versions of one, the newer.
void DocxInline::anchored(std::uint32_t node, std::uint32_t run) {
    const XmlTree& tree = *tree_;
    for (auto c = tree[node].first; c != none; c = tree[c].next) {
        if (!tree[c].element) continue;
        if (tree.is_word(c, "txbxContent")) {
            boxes_.push_back({c, run});
        } else if (tree.is(c, XmlNamespace::compatibility, "AlternateContent")) {
            const auto inside = unwrapped(tree, c, revisions_);
            if (inside != none) anchored(inside, run);
        } else {
            anchored(c, run);
        }
    }
}

void DocxInline::unit(std::string_view words, std::uint32_t node, std::uint32_t run) {
    Piece from = origin();
    from.kind = PieceKind::unit;
    from.source = {(*tree_)[node].begin, (*tree_)[node].end};
    from.run = run;
    from.node = no_node;
    out_.add(words, from);
}

/// Line ends and tabs in the file stand for blanks.
void DocxInline::add_bytes(std::string_view words, Piece from) {
    while (!words.empty()) {
        const std::size_t plain = std::min(words.find_first_of("\t\r\n"), words.size());
        const std::size_t taken = std::max<std::size_t>(plain, 1);
        from.kind = plain > 0 ? PieceKind::bytes : PieceKind::unit;
        from.source.end = from.source.begin + static_cast<std::uint32_t>(taken);
        out_.add(plain > 0 ? words.substr(0, plain) : " ", from);
        from.source.begin = from.source.end;
        words.remove_prefix(taken);
    }
}

void DocxInline::characters(std::uint32_t text, std::uint32_t run) {
    const XmlTree& tree = *tree_;
    const bool keep = tree[text].keeps_blanks || tree[text].space == XmlNamespace::math;
    // The nodes between the first and the last that are more than blanks.
    std::uint32_t first = none, last = none;
    for (auto n = tree[text].first; n != none; n = tree[n].next) {
        if (tree[n].element) continue;
        if (!keep && tree.text(n).find_first_not_of(xml_blanks) == std::string_view::npos) continue;
        if (first == none) first = n;
        last = n;
    }
    bool inside = false;
    for (auto n = tree[text].first; n != none; n = tree[n].next) {
        inside |= n == first;
        if (tree[n].element || !inside) continue;
        Piece from = origin();
        from.run = run;
        from.node = text;
        from.source = {tree[n].begin, tree[n].end};
        std::string_view words = tree.text(n);
        if (same_as_source(tree, n)) {
            from.kind = PieceKind::bytes;
            if (!keep && n == first) {
                const std::size_t blanks = words.find_first_not_of(xml_blanks);
                words.remove_prefix(blanks);
                from.source.begin += static_cast<std::uint32_t>(blanks);
            }
            if (!keep && n == last) words = words.substr(0, words.find_last_not_of(xml_blanks) + 1);
            add_bytes(words, from);
        } else {
            from.kind = PieceKind::unit;
            out_.add(words, from);
        }
        if (n == last) break;
    }
}

}  // namespace gouji
