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
            read(paragraph.codes(), report,
                 [&](std::size_t i) { return paragraph.source(i, i + 1); });
        });
        for (const Node table : document.all(Kind::table)) {
            for (const gouji_cell& cell : document.cells(table)) {
                const std::string_view words = document.text(cell.span);
                if (seek(words, "(") == words.npos && seek(words, ")") == words.npos)
                    continue;  // of one kind at most
                const WideText printed(words);
                read({printed.codes.data(), printed.size()}, report, [&](std::size_t i) {
                    return part(cell.span, printed.offsets[i],
                                printed.offsets[i + 1] - printed.offsets[i]);
                });
            }
        }
    }

private:
    template <class Where>
    static void read(std::u16string_view text, const Report& report, Where&& where) {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char16_t c = text[i];
            if (c == u'(' || c == u'（') {
                open.push_back(i);
            } else if ((c == u')' || c == u'）') && !open.empty()) {
                const char16_t opened = text[open.back()];
                if (c == u')' && opened == u'（') tell(report, where(i), ")", "）");
                if (c == u'）' && opened == u'(') tell(report, where(open.back()), "(", "（");
                open.pop_back();
            }
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
