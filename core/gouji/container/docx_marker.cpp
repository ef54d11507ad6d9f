#include "gouji/container/docx_marker.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;

/// Where the byte at `offset` of the text stands in the part.
std::uint32_t place(const Piece& piece, std::uint32_t offset, bool end) {
    if (piece.kind != PieceKind::bytes) return end ? piece.source.end : piece.source.begin;
    return piece.source.begin + std::clamp(offset, piece.text.begin, piece.text.end) -
           piece.text.begin;
}

std::string range_start(const XmlTree& tree, std::uint32_t id) {
    return "<" + std::string(tree.prefix(0)) + "commentRangeStart " + attribute_prefix(tree) +
           "id=\"" + std::to_string(id) + "\"/>";
}

std::string range_end(const XmlTree& tree, std::uint32_t id) {
    const std::string element = "<" + std::string(tree.prefix(0));
    const std::string attribute = attribute_prefix(tree) + "id=\"" + std::to_string(id) + "\"/>";
    return element + "commentRangeEnd " + attribute + element + "r>" + element +
           "commentReference " + attribute + "</" + std::string(tree.prefix(0)) + "r>";
}

/// The runs' content of new words: tabs and line ends are elements.
std::string run_content(const XmlTree& tree, std::string_view words) {
    const std::string prefix(tree.prefix(0));
    std::string out;
    while (!words.empty()) {
        const std::size_t plain = std::min(words.find_first_of("\t\n"), words.size());
        if (plain > 0) {
            out += "<" + prefix + "t xml:space=\"preserve\">" +
                   xml_escaped(words.substr(0, plain)) + "</" + prefix + "t>";
        }
        if (plain < words.size()) out += "<" + prefix + (words[plain] == '\t' ? "tab/>" : "br/>");
        words.remove_prefix(std::min(plain + 1, words.size()));
    }
    return out;
}

}  // namespace

DocxMarker::DocxMarker(const DocxDocument& document, const DocxChanges& changes,
                       std::uint32_t next_id)
    : document_(document), changes_(changes), next_id_(next_id) {}

/// The pieces of the span that stand in a part, in order.
std::vector<const Piece*> DocxMarker::written(Span span) const {
    auto out = document_.extracted.map.touching(span);
    std::erase_if(out, [](const Piece* piece) { return piece->kind == PieceKind::made; });
    return out;
}

std::uint32_t DocxMarker::paragraph(const Piece& piece) const {
    const XmlTree& tree = this->tree(piece.part);
    std::uint32_t node = piece.kind == PieceKind::made ? piece.node : piece.run;
    while (node != none && !tree.is_word(node, "p")) node = tree[node].parent;
    return node;
}

/// What a comment on the piece must not leave: LibreOffice loses one that ends in another cell.
std::uint32_t DocxMarker::container(const Piece& piece) const {
    const bool hosted = piece.host != no_node;
    const XmlTree& tree = this->tree(hosted ? std::uint16_t{0} : piece.part);
    std::uint32_t node = hosted ? piece.host : piece.run;
    while (node != none && !tree.is_word(node, "tc") && !tree.is_word(node, "body"))
        node = tree[node].parent;
    return node;
}

bool DocxMarker::comment(Span span, std::uint32_t id) {
    auto pieces = empty(span) ? std::vector<const Piece*>() : written(span);
    if (!pieces.empty()) {
        while (container(*pieces.back()) != container(*pieces.front())) pieces.pop_back();
        comment_around(*pieces.front(), *pieces.back(), span, id);
        return true;
    }
    const Piece* const here = document_.extracted.map.at(span.begin);
    if (here != nullptr && here->kind == PieceKind::made && here->host == no_node &&
        comment_in_paragraph(*here, id)) {
        return true;
    }
    const Piece* const near = neighbour(span.begin);
    if (near == nullptr) return false;
    comment_around(*near, *near, character_near(*near, span.begin), id);
    return true;
}

/// The written piece next to a place: at it or after it on its line, else the last one before.
const Piece* DocxMarker::neighbour(std::uint32_t offset) const {
    const auto& pieces = document_.extracted.map.pieces();
    const auto from =
        std::ranges::upper_bound(pieces, offset, {}, [](const Piece& p) { return p.text.end; });
    for (auto piece = from; piece != pieces.end(); ++piece) {
        if (piece->kind != PieceKind::made) return &*piece;
        if (document_.extracted.text.view()[piece->text.end - 1] == '\n') break;
    }
    for (auto piece = from; piece != pieces.begin();) {
        --piece;
        if (piece->kind != PieceKind::made) return &*piece;
    }
    return nullptr;
}

/// The character of a piece that is nearest to a place: always the same, however the runs are cut.
Span DocxMarker::character_near(const Piece& piece, std::uint32_t offset) const {
    if (piece.kind != PieceKind::bytes) return piece.text;
    const std::string_view words = document_.extracted.text.at(piece.text);
    if (offset >= piece.text.end) {
        return {piece.text.end - char_before(words, words.size()).size, piece.text.end};
    }
    const std::uint32_t begin = std::max(offset, piece.text.begin);
    return {begin, begin + char_at(words, begin - piece.text.begin).size};
}

void DocxMarker::comment_around(const Piece& first, const Piece& last, Span span,
                                std::uint32_t id) {
    if (first.host != no_node) {
        before_[{0, first.host}] += range_start(tree(0), id);
    } else {
        mark(first, place(first, std::max(span.begin, first.text.begin), false),
             RunMark::Kind::open_range, range_start(tree(first.part), id));
    }
    if (last.host != no_node) {
        std::string& following = after_[{0, last.host}];
        following = range_end(tree(0), id) + following;
    } else {
        mark(last, place(last, span.end, true), RunMark::Kind::close_range,
             range_end(tree(last.part), id));
    }
}

/// On a place without words, such as a blank cell: the comment stands at the paragraph's end.
bool DocxMarker::comment_in_paragraph(const Piece& made, std::uint32_t id) {
    const std::uint32_t node = paragraph(made);
    if (node == none) return false;
    // A paragraph with words: they show better where the comment belongs.
    if (const Piece* const near = neighbour(made.text.begin);
        near != nullptr && near->part == made.part && paragraph(*near) == node) {
        comment_around(*near, *near, character_near(*near, made.text.begin), id);
        return true;
    }
    at_end_[{made.part, node}] += range_start(tree(made.part), id) + range_end(tree(made.part), id);
    return true;
}

void DocxMarker::mark(const Piece& piece, std::uint32_t at, RunMark::Kind kind, std::string xml) {
    marks_[{piece.part, piece.run}].push_back({at, kind, std::move(xml)});
}

bool DocxMarker::editable(const Piece& piece) const {
    const XmlTree& tree = this->tree(piece.part);
    if (piece.fixed || !tree.is_word(piece.run, "r")) return false;
    if (piece.node != no_node) {  // CDATA and comments inside of w:t are not cut
        const XmlNode& text = tree[piece.node];
        if (tree.raw(text.open_end, text.close).find('<') != std::string_view::npos) return false;
    }
    // Within somebody's insertion that is not the run's own parent, elements between the two would
    // have to be closed and opened again.
    const std::uint32_t parent = tree[piece.run].parent;
    for (auto node = parent; node != none && !tree.is_word(node, "p"); node = tree[node].parent) {
        const bool insertion = tree.is_word(node, "ins") || tree.is_word(node, "moveTo");
        if (insertion && node != parent) return false;
    }
    return true;
}

std::string DocxMarker::by_us(std::uint16_t part) const {
    const std::string prefix = attribute_prefix(tree(part));
    return " " + prefix + "author=\"" + xml_escaped(changes_.author) + "\" " + prefix + "date=\"" +
           xml_escaped(changes_.date) + "\"";
}

/// w:ins with the words, for a place after `after`; they look like `looks`.
std::string DocxMarker::insertion(const Piece& looks, const Piece& after, std::string_view words) {
    const XmlTree& tree = this->tree(after.part);
    const std::string prefix(tree.prefix(0));
    const std::string key = attribute_prefix(tree) + "id=\"";
    std::string out = "<" + prefix + "ins " + key + std::to_string(take_id()) + "\"" +
                      by_us(after.part) + "><" + prefix + "r>" +
                      copied_properties(tree, tree.word_child(looks.run, "rPr")) +
                      run_content(tree, words) + "</" + prefix + "r></" + prefix + "ins>";
    const std::uint32_t parent = tree[after.run].parent;
    if (!tree.is_word(parent, "ins") && !tree.is_word(parent, "moveTo")) return out;
    // Somebody's insertion is closed before ours and goes on after it, under an id of its own.
    std::string again(tree.raw(tree[parent].begin, tree[parent].open_end));
    if (const std::size_t at = again.find(key); at != std::string::npos) {
        const std::size_t value = at + key.size();
        again.replace(value, again.find('"', value) - value, std::to_string(take_id()));
    }
    return "</" + std::string(tree.qualified_name(parent)) + ">" + out + again;
}

/// Whether only made text stands between this place and the end of its line.
bool DocxMarker::ends_paragraph(std::uint32_t offset) const {
    const Piece* const next = document_.extracted.map.at(offset);
    return next == nullptr || next->kind == PieceKind::made;
}

bool DocxMarker::insert(std::uint32_t offset, std::string_view words) {
    const SourceMap& map = document_.extracted.map;
    // New words go on with those in front of them.
    const Piece* before = offset == 0 ? nullptr : map.at(offset - 1);
    const Piece* following = map.at(offset);
    const bool goes_on = before != nullptr && before->kind != PieceKind::made;
    const Piece* const piece = goes_on ? before : following;
    if (piece == nullptr || piece->kind == PieceKind::made || !editable(*piece)) return false;
    // LibreOffice joins insertions at a paragraph's end and the next one's start, and with them the
    // paragraphs when they are rejected.
    if (!goes_on && inserted_at_end_ != 0 && piece->paragraph == inserted_at_end_ + 1) return false;
    inserted_at_end_ = ends_paragraph(offset) ? piece->paragraph : 0;
    const std::uint32_t at = place(*piece, offset, goes_on);
    mark(*piece, at, RunMark::Kind::insertion, insertion(*piece, *piece, words));
    return true;
}

bool DocxMarker::edit(const DocxEdit& edit) {
    if (empty(edit.span)) return insert(edit.span.begin, edit.replacement);
    const auto pieces = document_.extracted.map.touching(edit.span);
    for (const Piece* piece : pieces) {
        const bool cut = piece->kind == PieceKind::unit && !contains(edit.span, piece->text);
        if (piece->kind == PieceKind::made || cut || !editable(*piece) ||
            piece->part != pieces.front()->part ||
            paragraph(*piece) != paragraph(*pieces.front())) {
            return false;
        }
    }
    if (pieces.empty()) return false;
    const std::string prefix(tree(pieces.front()->part).prefix(0));
    for (const Piece* piece : pieces) {
        mark(*piece, place(*piece, std::max(edit.span.begin, piece->text.begin), false),
             RunMark::Kind::begin_deletion, by_us(piece->part));
        mark(*piece, place(*piece, std::min(edit.span.end, piece->text.end), true),
             RunMark::Kind::end_deletion, {});
    }
    inserted_at_end_ = 0;
    if (edit.replacement.empty()) return true;
    const Piece& last = *pieces.back();
    if (ends_paragraph(edit.span.end)) inserted_at_end_ = last.paragraph;
    mark(last, place(last, std::min(edit.span.end, last.text.end), true), RunMark::Kind::insertion,
         insertion(*pieces.front(), last, edit.replacement));
    return true;
}

std::map<std::string, std::string> DocxMarker::changed_parts() {
    std::map<std::string, std::string> out;
    for (std::uint16_t part = 0; part < document_.parts.size(); ++part) {
        const XmlTree& tree = this->tree(part);
        // One replacement for each run: what is in it and what is around it.
        std::map<std::uint32_t, std::string> runs;
        for (const auto* around : {&before_, &after_}) {
            for (const auto& [node, xml] : *around) {
                if (node.first == part) runs[node.second];
            }
        }
        for (const auto& [node, marks] : marks_) {
            if (node.first == part)
                runs[node.second] = rewritten_run(tree, node.second, marks, next_id_);
        }
        DocxSplices splices;
        for (auto& [run, xml] : runs) {
            if (xml.empty()) xml = tree.raw(run);
            if (const auto it = before_.find({part, run}); it != before_.end())
                xml = it->second + xml;
            if (const auto it = after_.find({part, run}); it != after_.end()) xml += it->second;
            splices.replace({tree[run].begin, tree[run].end}, std::move(xml));
        }
        for (const auto& [node, xml] : at_end_) {
            if (node.first != part) continue;
            const XmlNode& at = tree[node.second];
            if (at.close != at.end) {
                splices.replace({at.close, at.close}, xml);
            } else {  // <w:p/>
                splices.replace(
                    {at.end - 2, at.end},
                    ">" + xml + "</" + std::string(tree.qualified_name(node.second)) + ">");
            }
        }
        if (!splices.empty())
            out[document_.parts[part].name] = std::move(splices).applied(tree.bytes());
    }
    return out;
}

}  // namespace gouji
