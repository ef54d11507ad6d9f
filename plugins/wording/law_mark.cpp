#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "law_mark.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::law_mark;

/// 按照条例要求: a law is named in 《》.
class LawMark {
public:
    explicit LawMark(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            if (document.kind(paragraph.node()) != Kind::paragraph) return;
            const std::u16string_view text = paragraph.codes();
            for (std::size_t at = text.find(law); at != std::u16string_view::npos;
                 at = text.find(law, at + 1)) {
                const std::size_t from = name_start(text, at);
                if (!means_the_law(text, from, at + law.size())) continue;
                std::string by = "《";
                for (const char16_t c : text.substr(from, at + law.size() - from)) append(by, c);
                places.push_back({paragraph.source(from, at + law.size()), by + "》"});
            }
        });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static constexpr std::u16string_view law = u"条例";
    static constexpr auto leads = std::to_array<std::u16string_view>(
        {u"按照", u"根据", u"依据", u"依照", u"贯彻", u"落实", u"遵循", u"执行", u"学习", u"遵守",
         u"贯彻落实", u"宣传", u"宣传贯彻", u"学习宣传", u"学习贯彻", u"对照", u"违反"});
    static constexpr auto tails =
        std::to_array<std::u16string_view>({u"要求", u"规定", u"精神", u"第", u"有关", u"相关",
                                            u"的规定", u"的要求", u"，", u"和", u"及", u"。"});

    /// The name may be spelt out: 政府信息公开条例.
    static std::size_t name_start(std::u16string_view text, std::size_t at) {
        for (const std::u16string_view name :
             {u"中华人民共和国政府信息公开", u"政府信息公开", u"信息公开"}) {
            if (at >= name.size() && text.substr(0, at).ends_with(name)) return at - name.size();
        }
        return at;
    }

    static bool means_the_law(std::u16string_view text, std::size_t from, std::size_t end) {
        const std::u16string_view before = text.substr(0, from);
        const std::u16string_view after = text.substr(end);
        const bool led = std::ranges::any_of(
            leads, [&](std::u16string_view lead) { return before.ends_with(lead); });
        const bool followed = std::ranges::any_of(
            tails, [&](std::u16string_view tail) { return after.starts_with(tail); });
        return led && followed;
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(law_mark, gouji::wording::LawMark);
