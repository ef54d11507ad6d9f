#include <gouji/paragraph.hpp>

#include "double_niandu.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::double_niandu;

/// “2021年度…年度报告” in the title or in 《》.
class DoubleNiandu {
public:
    explicit DoubleNiandu(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const bool title = document.kind(paragraph.node()) == Kind::title;
            const std::u16string_view text = paragraph.codes();
            for (std::size_t at = text.find(first); at != std::u16string_view::npos;
                 at = text.find(first, at + 1)) {
                if (at < 4 || !is_digit(text[at - 1]) || !is_digit(text[at - 4])) continue;
                const std::size_t again = text.find(second, at + first.size());
                const std::size_t end = text.find_first_of(u"，。；：》）\n", at);
                if (again == std::u16string_view::npos || again > end) continue;
                if (!title && !inside_title(text, at)) continue;
                sink.report(paragraph.source(at - 4, again + second.size()), message::twice{})
                    .fix(Safety::unsafe, message::once{})
                    .replace(paragraph.source(at, at + first.size()), "年");
            }
        });
    }

private:
    static constexpr std::u16string_view first = u"年度";
    static constexpr std::u16string_view second = u"年度报告";

    static bool inside_title(std::u16string_view text, std::size_t at) {
        const std::size_t open = text.rfind(u'《', at);
        const std::size_t close = text.rfind(u'》', at);
        return open != std::u16string_view::npos &&
               (close == std::u16string_view::npos || close < open);
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(double_niandu, gouji::wording::DoubleNiandu);
