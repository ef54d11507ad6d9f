#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "broken_sentence.page.hpp"
#include "prose_pairs.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::broken_sentence;

/// Sentences that lost a part, told by wordings that no whole sentence has.
class BrokenSentence {
public:
    explicit BrokenSentence(Options) {}

    void check(Document document, Sink sink) const {
        const ProsePairs& there = once<prose_pairs>(document);
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            if (there.may_hold(u"在使")) stray_preposition(paragraph, text, sink);
            run_together(paragraph, text, sink);
            if (there.may_hold(u"实现了从")) half_a_change(paragraph, text, sink);
        });
    }

private:
    /// “深化，在使政务公开内容更加规范”: 在 and 使 want different things.
    static void stray_preposition(const Paragraph& paragraph, std::u16string_view text,
                                  const Sink& sink) {
        for (std::size_t at = text.find(u"在使"); at != std::u16string_view::npos;
             at = text.find(u"在使", at + 1)) {
            constexpr std::u16string_view words = u"用命馆领节者役";
            constexpr std::u16string_view ends = u"旨实存正现内外所好";
            const bool is_word = words.find(paragraph.at(at + 2)) != std::u16string_view::npos;
            const bool ends_word = at > 0 && ends.find(text[at - 1]) != std::u16string_view::npos;
            if (!is_word && !ends_word)
                sink.report(paragraph.source(at, at + 2), message::clash{.found = "在使"});
        }
    }

    /// “实现了从静态向动态，从办事向决策，有力地…”: from what to what, and no 转变 behind it.
    static void half_a_change(const Paragraph& paragraph, std::u16string_view text,
                              const Sink& sink) {
        constexpr std::u16string_view opening = u"实现了从";
        static constexpr auto changes = std::to_array<std::u16string_view>(
            {u"转",   u"跨",   u"延伸", u"发展", u"拓展", u"升级", u"迈",   u"过渡",
             u"提升", u"飞跃", u"突破", u"变",   u"推进", u"深化", u"覆盖", u"衔接",
             u"贯通", u"流程", u"链条", u"公开", u"管理", u"服务"});
        for (std::size_t at = text.find(opening); at != std::u16string_view::npos;
             at = text.find(opening, at + 1)) {
            const std::u16string_view rest = text.substr(at + opening.size());
            const std::u16string_view clauses = rest.substr(0, rest.find_first_of(u"。；"));
            // The clauses that begin with 从, and nothing of the one behind them.
            std::size_t end = clauses.find(u'，');
            std::size_t count = 1;
            while (end != std::u16string_view::npos && clauses.substr(end + 1).starts_with(u"从")) {
                end = clauses.find(u'，', end + 1);
                ++count;
            }
            if (end == std::u16string_view::npos || count < 2) continue;
            const std::u16string_view change = clauses.substr(0, end);
            const bool told = std::ranges::any_of(changes, [&](std::u16string_view word) {
                return change.find(word) != std::u16string_view::npos;
            });
            if (!told && change.find(u'向') != std::u16string_view::npos)
                sink.report(paragraph.source(at, at + opening.size()),
                            message::change{.found = "实现了从"});
        }
    }

    /// “加强监督现将有关情况报告如下”: a full stop is missing in front of 现将.
    static void run_together(const Paragraph& paragraph, std::u16string_view text,
                             const Sink& sink) {
        for (std::size_t at = text.find(u"现将"); at != std::u16string_view::npos;
             at = text.find(u"现将", at + 1)) {
            constexpr std::u16string_view ends = u"实呈出体表兑发再浮涌重展闪显";
            if (at == 0 || !is_han(text[at - 1]) ||
                ends.find(text[at - 1]) != std::u16string_view::npos)
                continue;
            sink.report(paragraph.source(at, at + 2), message::stop{.found = "现将"})
                .fix(Safety::unsafe, message::insert{})
                .replace(paragraph.source(at, at), "。");
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(broken_sentence, gouji::wording::BrokenSentence);
