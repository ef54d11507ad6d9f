#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>

#include "html_residue.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::html_residue;

/// Character references and tags that a web page leaves in the text.
class HtmlResidue {
public:
    explicit HtmlResidue(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::size_t end = 0;  // of what was told last
            for (const std::size_t i : paragraph.marks()) {
                if (i < end) continue;
                const std::size_t size = size_at(paragraph.codes().substr(i));
                if (size == 0) continue;
                const Span where = paragraph.source(i, i + size);
                sink.report(where, message::left{.found = document.text(where)})
                    .fix(Safety::unsafe, message::remove{})
                    .replace(where, "");
                end = i + size;
            }
        });
    }

private:
    static constexpr std::array<std::u16string_view, 9> references{
        u"&nbsp;", u"&amp;",   u"&lt;",    u"&gt;",  u"&quot;",
        u"&#160;", u"&ldquo;", u"&rdquo;", u"&emsp;"};
    static constexpr std::array<std::u16string_view, 13> tags{
        u"br",   u"p",  u"div", u"span", u"td",     u"tr", u"table",
        u"font", u"li", u"ul",  u"a",    u"strong", u"img"};

    static std::size_t size_at(std::u16string_view rest) {
        if (rest.front() == u'&') {
            for (const auto reference : references) {
                if (rest.starts_with(reference)) return reference.size();
            }
        }
        return rest.front() == u'<' ? tag_size(rest) : 0;
    }

    /// “<br/>”, “</p>”, “<span style=…>”.
    static std::size_t tag_size(std::u16string_view rest) {
        constexpr std::size_t longest = 200;
        rest = rest.substr(0, longest);
        const std::size_t end = rest.find(u'>');
        if (end == std::u16string_view::npos) return 0;
        std::u16string_view name = rest.substr(1, end - 1);
        if (name.starts_with(u'/')) name.remove_prefix(1);
        name = name.substr(0, name.find_first_of(u" /\t"));
        return std::ranges::find(tags, name) != tags.end() ? end + 1 : 0;
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(html_residue, gouji::typography::HtmlResidue);
