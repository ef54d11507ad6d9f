#include "gouji/semantic/analysis.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

bool is_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

/// Blanks without width: never a gap between words.
bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

/// Whether a gap between two characters parts words. Between Han it never does; a figure that
/// was broken over two lines is one.
bool parts_words(char32_t left, char32_t right, bool line_end) {
    if (left >= 0x80 || right >= 0x80) return false;
    if (is_letter(left) || is_letter(right)) return true;
    return !line_end && is_digit(left) && is_digit(right);
}

/// Appends paragraphs to the folded prose and keeps the joints true.
class Folder {
public:
    explicit Folder(SemanticModel& model) : model_(model) {}

    /// The text of one node; several in a row make one paragraph.
    void append(std::string_view text, std::uint32_t offset) {
        std::size_t run = 0;  // start of what can be copied as it is
        std::size_t at = 0;
        while (at < text.size()) {
            if (const std::size_t han = gap_ ? at : behind_han(text, at); han != at) {
                last_ = U'一';  // one Han character parts words like another
                at = han;
                continue;
            }
            const Char c = char_at(text, at);
            const bool gap = is_blank(c.code) || is_line_end(c.code);
            const char32_t half = half_width(c.code);
            if (!gap && half == c.code && !gap_) {
                last_ = c.code;
                at += c.size;
                continue;
            }
            copy(text, run, at, offset);
            if (gap) {
                line_end_ |= is_line_end(c.code);
                if (!gap_ && !is_invisible(c.code)) gap_ = Blank{offset + at, c.size};
            } else {
                if (gap_ && last_ != 0 && parts_words(last_, half, line_end_))
                    put(' ', gap_.at, gap_.size);
                gap_ = {};
                line_end_ = false;
                if (half == c.code) {
                    copy(text, at, at + c.size, offset);
                } else {
                    put(static_cast<char>(half), offset + at, c.size);
                }
                last_ = half;
            }
            at += c.size;
            run = at;
        }
        copy(text, run, text.size(), offset);
        if (!gap_) gap_ = Blank{offset + text.size(), 0};
        line_end_ = true;  // nodes stand on lines of their own
    }

    void end_paragraph(gouji_node node, std::uint32_t source_end) {
        const auto end = static_cast<std::uint32_t>(model_.prose.size());
        gap_ = {};
        line_end_ = false;
        last_ = 0;
        if (end != begin_) {
            model_.paragraphs.push_back({begin_, end});
            model_.paragraph_nodes.push_back(node);
            join(source_end, 0);
            model_.prose.push_back('\n');
        }
        begin_ = static_cast<std::uint32_t>(model_.prose.size());
    }

private:
    struct Blank {
        std::size_t at = 0;
        std::uint32_t size = 0;
        bool set = false;
        Blank() = default;
        Blank(std::size_t a, std::uint32_t s) : at(a), size(s), set(true) {}
        explicit operator bool() const { return set; }
    };

    void copy(std::string_view text, std::size_t from, std::size_t to, std::uint32_t offset) {
        if (from == to) return;
        join(offset + from, 1);
        model_.prose.append(text.substr(from, to - from));
    }
    void put(char c, std::size_t source, std::uint32_t source_size) {
        join(source, source_size);
        model_.prose.push_back(c);
    }
    /// What is appended next comes from `source`, one byte from `stride`.
    void join(std::size_t source, std::uint32_t stride) {
        const auto folded = static_cast<std::uint32_t>(model_.prose.size());
        if (!model_.joints.empty()) {
            const SemanticModel::Joint& last = model_.joints.back();
            if (last.stride == stride &&
                last.source + (folded - last.folded) * last.stride == source && stride != 0) {
                return;
            }
        }
        model_.joints.push_back({folded, static_cast<std::uint32_t>(source), stride});
    }

    SemanticModel& model_;
    std::uint32_t begin_ = 0;
    char32_t last_ = 0;
    Blank gap_;
    bool line_end_ = false;  ///< the gap holds one
};

/// Whether a line of a title is its last one: a web page may print the title twice.
bool ends_title(std::string_view line) {
    line = trimmed(line);
    return line.ends_with("报告") || line.ends_with("年报") || line.ends_with("）") ||
           line.ends_with(")");
}

}  // namespace

void fold_prose(Analysis& analysis) {
    const Document& document = analysis.document;
    const std::span<const Node> nodes = document.nodes();
    analysis.model.prose.reserve(size(document.extent()) / 2);
    Folder folder(analysis.model);
    gouji_node title = GOUJI_NONE;  // first line of a title that is not yet ended
    std::uint32_t title_end = 0;
    for (gouji_node i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (title != GOUJI_NONE && node.kind != GOUJI_KIND_TITLE) {
            folder.end_paragraph(title, title_end);
            title = GOUJI_NONE;
        }
        switch (node.kind) {
            case GOUJI_KIND_TITLE:
                folder.append(document.at(node.span), node.span.begin);
                if (title == GOUJI_NONE) title = i;
                title_end = node.span.end;
                if (ends_title(document.at(node.span))) {
                    folder.end_paragraph(title, title_end);
                    title = GOUJI_NONE;
                }
                break;
            case GOUJI_KIND_HEADING:
            case GOUJI_KIND_PARAGRAPH:
            case GOUJI_KIND_SIGNATURE:
                folder.append(document.at(node.span), node.span.begin);
                folder.end_paragraph(i, node.span.end);
                break;
            default:
                break;
        }
    }
    if (title != GOUJI_NONE) folder.end_paragraph(title, title_end);
}

}  // namespace gouji
