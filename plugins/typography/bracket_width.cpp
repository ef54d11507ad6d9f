#include <gouji/paragraph.hpp>

#include <vector>

#include "bracket_width.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::bracket_width;

/// A pair of brackets of which one is half-width and one full-width. In tables too.
class BracketWidth {
public:
    explicit BracketWidth(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::vector<Open> open;
            for (const std::size_t i : paragraph.marks()) {
                if (is_bracket(paragraph.at(i)))
                    read(paragraph.at(i), paragraph.source(i, i + 1), sink, open);
            }
        });
        for (const Node table : document.all(Kind::table)) {
            const std::string_view words = document.text(document.span(table));
            if (words.find('(') == words.npos && words.find(')') == words.npos)
                continue;  // of one kind at most
            for (const gouji_cell& cell : document.cells(table)) read(document, cell.span, sink);
        }
    }

private:
    struct Open {
        char32_t printed;
        Span where;
    };

    static bool is_bracket(char32_t c) {
        return c == U'(' || c == U'（' || c == U')' || c == U'）';
    }

    static void read(const Document& document, Span cell, const Sink& sink) {
        const std::string_view words = document.text(cell);
        std::vector<Open> open;
        for (std::size_t at = behind_han(words, 0); at < words.size();) {
            const Char c = char_at(words, at);
            if (is_bracket(c.code)) read(c.code, part(cell, at, c.size), sink, open);
            at = behind_han(words, at + c.size);
        }
    }

    static void read(char32_t c, Span where, const Sink& sink, std::vector<Open>& open) {
        if (c == U'(' || c == U'（') {
            open.push_back({c, where});
        } else if (!open.empty()) {
            const Open opened = open.back();
            if (c == U')' && opened.printed == U'（') tell(sink, where, ")", "）");
            if (c == U'）' && opened.printed == U'(') tell(sink, opened.where, "(", "（");
            open.pop_back();
        }
    }

    static void tell(const Sink& sink, Span where, std::string_view found, std::string_view right) {
        sink.report(where, message::mixed{.found = found, .right = right})
            .fix(Safety::safe, message::widen{.right = right})
            .replace(where, right);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(bracket_width, gouji::typography::BracketWidth);
