#include "gouji/document/document.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <atomic>

namespace gouji {
namespace {

/// True for text whose bytes are all words: what most cells are.
bool has_blank(std::string_view text) {
    for (std::size_t at = behind_han(text, 0); at < text.size(); at = behind_han(text, at)) {
        const Char c = char_at(text, at);
        if (is_blank(c.code) || is_line_end(c.code) || c.code == '<') return true;
        at += c.size;
    }
    return false;
}

/// The bytes of a `<br>` that a converter left for a line break; 0 where there is none.
std::size_t line_break_tag(std::string_view text) {
    for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>", "<BR/>"}) {
        if (text.starts_with(tag)) return tag.size();
    }
    return 0;
}

/// Appends the text without blanks, line ends and line-break tags.
void append_words(std::vector<char>& words, std::string_view text) {
    const auto put = [&](std::size_t from, std::size_t to) {
        words.insert(words.end(), text.begin() + static_cast<std::ptrdiff_t>(from),
                     text.begin() + static_cast<std::ptrdiff_t>(to));
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t han = behind_han(text, at);
        put(at, han);
        at = han;
        const Char c = char_at(text, at);
        if (c.code == '<') {
            if (const std::size_t tag = line_break_tag(text.substr(at)); tag != 0) {
                at += tag;
                continue;
            }
        }
        if (!is_blank(c.code) && !is_line_end(c.code)) put(at, at + c.size);
        at += c.size;
    }
}

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}  // namespace

Document::Document(const Text& text, Span extent, std::string file_name)
    : text_(&text), serial_(next_serial()), extent_(extent), file_name_(std::move(file_name)) {}

std::span<const gouji_node> Document::nodes(gouji_kind kind) const {
    if (kind >= kinds) return {};
    return std::span(by_kind_).subspan(kind_begin_[kind],
                                       kind_begin_[kind + 1] - kind_begin_[kind]);
}

const Table* Document::table(gouji_node node) const {
    const auto found =
        std::lower_bound(tables_.begin(), tables_.end(), node,
                         [](const Table& table, gouji_node wanted) { return table.node < wanted; });
    return found != tables_.end() && found->node == node ? &*found : nullptr;
}

DocumentBuilder::DocumentBuilder(const Text& text, Span extent, std::string file_name)
    : document_(text, extent, std::move(file_name)) {
    document_.nodes_.push_back({extent, GOUJI_KIND_DOCUMENT, GOUJI_NONE, GOUJI_NONE, GOUJI_NONE});
    last_child_.push_back(GOUJI_NONE);
}

gouji_node DocumentBuilder::add(gouji_kind kind, Span span, gouji_node parent) {
    const auto node = static_cast<gouji_node>(document_.nodes_.size());
    document_.nodes_.push_back({span, kind, parent, GOUJI_NONE, GOUJI_NONE});
    last_child_.push_back(GOUJI_NONE);
    gouji_node& last = last_child_[parent];
    (last == GOUJI_NONE ? document_.nodes_[parent].first_child
                        : document_.nodes_[last].next_sibling) = node;
    last = node;
    return node;
}

void DocumentBuilder::mark_chapter(gouji_node node) { document_.nodes_[node].chapter = true; }

void DocumentBuilder::extend(gouji_node node, std::uint32_t end) {
    document_.nodes_[node].span.end = std::max(document_.nodes_[node].span.end, end);
}

gouji_node DocumentBuilder::open_table(Span span) {
    table_ = add(GOUJI_KIND_TABLE, span);
    document_.tables_.push_back(
        {table_, 0, 0, static_cast<std::uint32_t>(document_.cells_.size()), 0});
    return table_;
}

void DocumentBuilder::open_row(Span span) {
    row_ = add(GOUJI_KIND_ROW, span, table_);
    ++document_.tables_.back().rows;
}

void DocumentBuilder::cell(const CellDraft& draft) {
    Table& table = document_.tables_.back();
    gouji_cell cell{};
    cell.span = draft.span;
    cell.node = add(GOUJI_KIND_CELL, draft.span, row_);
    cell.row = table.rows - 1;
    cell.column = draft.column;
    cell.row_span = draft.row_span;
    cell.column_span = draft.column_span;
    cell.state = draft.state;
    const std::string_view printed = document_.at(draft.span);
    std::uint32_t word = GOUJI_NONE;
    if (has_blank(printed)) {
        word = static_cast<std::uint32_t>(document_.words_.size());
        append_words(document_.words_, printed);
        cell.text.size = document_.words_.size() - word;
    } else {
        cell.text = raw(printed);
    }
    document_.cells_.push_back(cell);
    word_at_.push_back(word);
    ++table.cell_count;
    table.columns = std::max(table.columns, draft.column + draft.column_span);
}

void DocumentBuilder::close_table() { table_ = row_ = GOUJI_NONE; }

Document DocumentBuilder::build() && {
    Document& document = document_;
    for (std::size_t i = 0; i < document.cells_.size(); ++i) {
        if (word_at_[i] != GOUJI_NONE) {
            document.cells_[i].text.data = document.words_.data() + word_at_[i];
        }
    }
    auto& begin = document.kind_begin_;
    for (const Node& node : document.nodes_) ++begin[node.kind + 1];
    for (std::size_t kind = 0; kind < Document::kinds; ++kind) begin[kind + 1] += begin[kind];
    std::array<std::uint32_t, Document::kinds> at{};
    std::copy_n(begin.begin(), Document::kinds, at.begin());
    document.by_kind_.resize(document.nodes_.size());
    for (gouji_node node = 0; node < document.nodes_.size(); ++node) {
        document.by_kind_[at[document.nodes_[node].kind]++] = node;
    }
    return std::move(document_);
}

}  // namespace gouji
