#include <gouji/paragraph.hpp>

#include <vector>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// A pair of brackets of which one is half-width and one full-width. In tables too.
class BracketWidth {
public:
    explicit BracketWidth(Options) {}

    void check(Document document, Report report) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::vector<Open> open;
            for (const std::size_t i : paragraph.marks()) {
                if (is_bracket(paragraph.at(i)))
                    read(paragraph.at(i), paragraph.source(i, i + 1), report, open);
            }
        });
        for (const Node table : document.all(Kind::table)) {
            const std::string_view words = document.text(document.span(table));
            if (words.find('(') == words.npos && words.find(')') == words.npos)
                continue;  // of one kind at most
            for (const gouji_cell& cell : document.cells(table)) read(document, cell.span, report);
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

    static void read(const Document& document, Span cell, const Report& report) {
        const std::string_view words = document.text(cell);
        std::vector<Open> open;
        for (std::size_t at = behind_han(words, 0); at < words.size();) {
            const Char c = char_at(words, at);
            if (is_bracket(c.code)) read(c.code, part(cell, at, c.size), report, open);
            at = behind_han(words, at + c.size);
        }
    }

    static void read(char32_t c, Span where, const Report& report, std::vector<Open>& open) {
        if (c == U'(' || c == U'（') {
            open.push_back({c, where});
        } else if (!open.empty()) {
            const Open opened = open.back();
            if (c == U')' && opened.printed == U'（') tell(report, where, ")", "）");
            if (c == U'）' && opened.printed == U'(') tell(report, opened.where, "(", "（");
            open.pop_back();
        }
    }

    static void tell(const Report& report, Span where, std::string_view found,
                     std::string_view right) {
        report.at(where, "mixed")
            .with("found", found)
            .with("right", right)
            .fix(Safety::safe, "widen")
            .with("right", right)
            .replace(where, right);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(bracket_width, gouji::typography::BracketWidth);
