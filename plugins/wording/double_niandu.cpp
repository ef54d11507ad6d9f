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
            bool in_marks = title;
            for (std::size_t at = 0; at < text.size(); ++at) {
                if (text[at] == u'《') in_marks = true;
                if (text[at] == u'》') in_marks = title;
                if (!in_marks || !text.substr(at).starts_with(first) || at < 4 ||
                    !is_digit(text[at - 1]) || !is_digit(text[at - 4]))
                    continue;
                const std::size_t again = report_end(text, at + first.size());
                if (again == 0) continue;
                sink.report(paragraph.source(at - 4, again), message::twice{})
                    .fix(Safety::unsafe, message::once{})
                    .replace(paragraph.source(at, at + first.size()), "年");
                at = again - 1;
            }
        });
    }

private:
    static constexpr std::u16string_view first = u"年度";
    static constexpr std::u16string_view second = u"年度报告";

    /// Where “……年度报告” ends that closes the title; 0 when the title goes on: the name of a
    /// notice about reports is as its issuer wrote it.
    static std::size_t report_end(std::u16string_view text, std::size_t from) {
        const std::size_t end = std::min(text.substr(0, std::min(text.size(), from + longest))
                                             .find_first_of(u"，。；：》）\n", from),
                                         text.size());
        const std::u16string_view title = text.substr(from, end - from);
        return title.ends_with(second) ? end : 0;
    }

    static constexpr std::size_t longest = 60;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(double_niandu, gouji::wording::DoubleNiandu);
