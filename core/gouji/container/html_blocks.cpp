#include "gouji/container/html_blocks.hpp"

#include "gouji/container/html_characters.hpp"
#include "gouji/container/limits.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <span>
#include <string>

namespace gouji {
namespace {

constexpr int most_depth = 600;  // gumbo opens a few elements more than the page does

std::span<GumboNode* const> children(const GumboNode* node) {
    const GumboVector* list = nullptr;
    if (node->type == GUMBO_NODE_DOCUMENT) list = &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT) list = &node->v.element.children;
    if (list == nullptr) return {};
    return {reinterpret_cast<GumboNode* const*>(list->data), list->length};
}

bool is(const GumboNode* node, GumboTag tag) {
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}
bool is_cell(const GumboNode* node) { return is(node, GUMBO_TAG_TD) || is(node, GUMBO_TAG_TH); }

bool starts_line(GumboTag tag) {
    static constexpr GumboTag blocks[] = {
        GUMBO_TAG_P,      GUMBO_TAG_DIV,    GUMBO_TAG_H1,         GUMBO_TAG_H2,
        GUMBO_TAG_H3,     GUMBO_TAG_H4,     GUMBO_TAG_H5,         GUMBO_TAG_H6,
        GUMBO_TAG_LI,     GUMBO_TAG_UL,     GUMBO_TAG_OL,         GUMBO_TAG_DL,
        GUMBO_TAG_DT,     GUMBO_TAG_DD,     GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
        GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV,        GUMBO_TAG_ASIDE,
        GUMBO_TAG_MAIN,   GUMBO_TAG_BODY,   GUMBO_TAG_TABLE,      GUMBO_TAG_TR,
        GUMBO_TAG_TD,     GUMBO_TAG_TH,     GUMBO_TAG_CENTER,     GUMBO_TAG_BLOCKQUOTE,
        GUMBO_TAG_PRE,    GUMBO_TAG_FORM,   GUMBO_TAG_FIELDSET,   GUMBO_TAG_ADDRESS,
        GUMBO_TAG_FIGURE, GUMBO_TAG_HR,     GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION};
    return std::ranges::find(blocks, tag) != std::end(blocks);
}

bool begins(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

/// Whether declarations of CSS keep an element out of sight.
bool hides(std::string_view style) {
    while (!style.empty()) {
        const std::string_view declaration = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), declaration.size() + 1));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view name = trimmed(declaration.substr(0, colon));
        const std::string_view value = trimmed(declaration.substr(colon + 1));
        if ((begins(name, "display") && begins(value, "none")) ||
            (begins(name, "visibility") && begins(value, "hidden"))) {
            return true;
        }
    }
    return false;
}

/// What a browser does not show as text.
bool is_hidden(const GumboElement& element) {
    static constexpr GumboTag silent[] = {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_HEAD,
                                          GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME,
                                          GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,
                                          GUMBO_TAG_OBJECT,   GUMBO_TAG_SVG};
    if (std::ranges::find(silent, element.tag) != std::end(silent)) return true;
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    const GumboAttribute* const style = gumbo_get_attribute(&element.attributes, "style");
    return style != nullptr && hides(style->value);
}

bool holds_table(const GumboNode* node, int depth = 0) {
    if (depth > most_depth) return false;
    return std::ranges::any_of(children(node), [&](const GumboNode* child) {
        return is(child, GUMBO_TAG_TABLE) || holds_table(child, depth + 1);
    });
}

void gather_rows(const GumboNode* node, std::vector<const GumboNode*>& rows) {
    for (const GumboNode* child : children(node)) {
        if (is(child, GUMBO_TAG_TR) && !is_hidden(child->v.element)) rows.push_back(child);
        if (is(child, GUMBO_TAG_TBODY) || is(child, GUMBO_TAG_THEAD) || is(child, GUMBO_TAG_TFOOT))
            gather_rows(child, rows);
    }
}

/// rowspan or colspan: at least 1.
std::uint32_t cells_spanned(const GumboNode* cell, const char* name, std::uint32_t most) {
    const GumboAttribute* attribute = gumbo_get_attribute(&cell->v.element.attributes, name);
    std::uint32_t value = 1;
    if (attribute != nullptr) {
        const std::string_view text = attribute->value;
        std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return std::clamp(value, 1U, most);
}

}  // namespace

void HtmlBlocks::read(const GumboNode* root) {
    flow(root);
    end_line(root);
}

void HtmlBlocks::flow(const GumboNode* node) {
    if (depth_ > most_depth) return;
    ++depth_;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
        if (line_element_ == nullptr) line_element_ = node->parent;
        text(node);
    } else if (node->type == GUMBO_NODE_ELEMENT) {
        element(node);
    }
    --depth_;
}

void HtmlBlocks::element(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    if (is_hidden(element)) return;
    if (element.tag == GUMBO_TAG_BR) return end_line(node);
    if (element.tag == GUMBO_TAG_TABLE && table(node)) return;
    const bool block = starts_line(element.tag);
    if (block) end_line(node);
    for (const GumboNode* child : children(node)) flow(child);
    if (block) end_line(node);
}

void HtmlBlocks::end_line(const GumboNode* at) {
    pending_ = {};
    if (out_.size() > line_begin_) {
        out_.end_line(line_begin_, false, Piece{});
        if (!in_cell_) elements_.push_back(line_element_ != nullptr ? line_element_ : at);
    }
    line_begin_ = out_.size();
    line_element_ = nullptr;
}

/// False for a table that only arranges what it holds.
bool HtmlBlocks::table(const GumboNode* node) {
    if (in_cell_ || holds_table(node)) return false;
    std::vector<const GumboNode*> rows;
    gather_rows(node, rows);
    std::ptrdiff_t cells = 0;
    for (const GumboNode* row : rows) cells += std::ranges::count_if(children(row), is_cell);
    if (cells <= 1) return false;
    end_line(node);
    for (const GumboNode* child : children(node)) {
        if (is(child, GUMBO_TAG_CAPTION)) flow(child);
    }
    out_.open_table();
    std::vector<std::uint32_t> free_from;  // column: the first row that no cell above reaches
    auto left = static_cast<std::uint32_t>(rows.size());
    for (const GumboNode* row : rows) {
        this->row(row, left--, free_from);
        out_.close_row();
    }
    out_.close_table();
    elements_.push_back(node);
    line_begin_ = out_.size();
    line_element_ = nullptr;
    return true;
}

void HtmlBlocks::row(const GumboNode* row, std::uint32_t rows_left,
                     std::vector<std::uint32_t>& free_from) {
    const std::uint32_t index = out_.row();
    std::uint32_t column = 0;
    for (const GumboNode* cell : children(row)) {
        if (!is_cell(cell) || column > container_limits::most_columns) continue;
        while (column < free_from.size() && free_from[column] > index) ++column;
        // One column more than may be, so that the excess is noticed.
        const std::uint32_t columns =
            cells_spanned(cell, "colspan", container_limits::most_columns + 1);
        const std::uint32_t down = cells_spanned(cell, "rowspan", rows_left);
        free_from.resize(std::max<std::size_t>(free_from.size(), column + columns), 0);
        std::fill_n(free_from.begin() + column, columns, index + down);
        out_.open_cell(column, down, columns);
        in_cell_ = true;
        line_begin_ = out_.size();
        pending_ = {};
        if (!is_hidden(cell->v.element)) {
            for (const GumboNode* child : children(cell)) flow(child);
        }
        in_cell_ = false;
        pending_ = {};
        out_.close_cell(Piece{});
        column += columns;
    }
}

void HtmlBlocks::add(PieceKind kind, std::string_view words, std::size_t at, std::size_t size) {
    if (words.empty()) return;
    if (pending_.size > 0 && out_.size() > line_begin_) {
        // A line end between wide characters is none of the author's blanks: pages break lines
        // anywhere.
        const Char before = char_before(out_.view(), out_.view().size());
        constexpr char32_t first_wide = 0x2E80;
        const bool joins =
            pending_.line_end && before.code >= first_wide && char_at(words, 0).code >= first_wide;
        if (!joins) {
            Piece blank;
            blank.kind = pending_.size == 1 && page_[pending_.at] == ' ' ? PieceKind::bytes
                                                                         : PieceKind::unit;
            blank.source = span_of(pending_.at, pending_.at + pending_.size);
            out_.add(" ", blank);
        }
    }
    pending_ = {};
    Piece piece;
    piece.kind = kind;
    piece.source = span_of(at, at + size);
    out_.add(words, piece);
}

void HtmlBlocks::unmapped(std::string_view words) {
    std::string line(words);
    std::ranges::replace(line, '\n', ' ');
    add(PieceKind::made, line, 0, 0);
}

void HtmlBlocks::blanks(std::size_t at, std::size_t size, bool line_end) {
    if (pending_.size == 0) pending_.at = at;
    pending_.size = at + size - pending_.at;
    pending_.line_end |= line_end;
}

/// The characters of a text node, found again in the page byte by byte.
void HtmlBlocks::text(const GumboNode* node) {
    const GumboStringPiece raw = node->v.text.original_text;
    const std::string_view shown = node->v.text.text;
    const bool inside = raw.data != nullptr && raw.data >= page_.data() &&
                        raw.data + raw.length <= page_.data() + page_.size();
    if (!inside) return unmapped(shown);
    const auto base = static_cast<std::size_t>(raw.data - page_.data());
    HtmlCharacters characters({raw.data, raw.length}, shown);
    while (const auto next = characters.next()) {
        if (next->blank) {
            blanks(base + next->at, next->size, next->line_end);
        } else {
            add(next->exact ? PieceKind::bytes : PieceKind::unit, next->shown, base + next->at,
                next->size);
        }
    }
    // What could not be found in the page is read and has no place of its own.
    if (!characters.rest().empty()) unmapped(characters.rest());
}

}  // namespace gouji
