#include <gouji/paragraph.hpp>

#include <string_view>

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// Sentences that lost a part, told by wordings that no whole sentence has.
class BrokenSentence {
public:
    explicit BrokenSentence(Options) {}

    void check(Document document, Report report) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            stray_preposition(paragraph, text, report);
            run_together(paragraph, text, report);
        });
    }

private:
    /// “深化，在使政务公开内容更加规范”: 在 and 使 want different things.
    static void stray_preposition(const Paragraph& paragraph, std::u16string_view text,
                                  const Report& report) {
        for (std::size_t at = text.find(u"在使"); at != std::u16string_view::npos;
             at = text.find(u"在使", at + 1)) {
            constexpr std::u16string_view words = u"用命馆领节者役";
            constexpr std::u16string_view ends = u"旨实存正现内外所好";
            const bool is_word = words.find(paragraph.at(at + 2)) != std::u16string_view::npos;
            const bool ends_word = at > 0 && ends.find(text[at - 1]) != std::u16string_view::npos;
            if (!is_word && !ends_word)
                report.at(paragraph.source(at, at + 2), "clash").with("found", "在使");
        }
    }

    /// “加强监督现将有关情况报告如下”: a full stop is missing in front of 现将.
    static void run_together(const Paragraph& paragraph, std::u16string_view text,
                             const Report& report) {
        for (std::size_t at = text.find(u"现将"); at != std::u16string_view::npos;
             at = text.find(u"现将", at + 1)) {
            constexpr std::u16string_view ends = u"实呈出体表兑发再浮涌重展闪显";
            if (at == 0 || !is_han(text[at - 1]) ||
                ends.find(text[at - 1]) != std::u16string_view::npos)
                continue;
            report.at(paragraph.source(at, at + 2), "stop")
                .fix(Safety::unsafe, "insert")
                .replace(paragraph.source(at, at), "。");
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(broken_sentence, gouji::wording::BrokenSentence);
