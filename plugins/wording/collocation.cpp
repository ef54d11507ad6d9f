#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "collocation.page.hpp"
#include "prose_pairs.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::collocation;

/// Verbs and objects that do not go together.
class Collocation {
public:
    explicit Collocation(Options) {}

    void check(Document document, Sink sink) const {
        const ProsePairs& there = once<prose_pairs>(document);
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            for (const std::u16string_view phrase : never) {
                if (!there.may_hold(phrase)) continue;
                for (std::size_t at = text.find(phrase); at != std::u16string_view::npos;
                     at = text.find(phrase, at + 1)) {
                    places.push_back({paragraph.source(at, at + phrase.size()), {}});
                }
            }
            for (const Pair& pair : pairs) {
                if (there.may_hold(pair.verb) && there.may_hold(pair.object))
                    find(paragraph, text, pair, places);
            }
        });
        std::ranges::sort(places, {}, [](const Correction& place) { return place.where.begin; });
        report_grouped<message>(document, sink, places);
    }

private:
    struct Pair {
        std::u16string_view verb;
        std::u16string_view object;
    };

    static constexpr auto pairs = std::to_array<Pair>({{u"提高", u"公开工作"},
                                                       {u"提升", u"公开工作"},
                                                       {u"深化", u"水平"},
                                                       {u"深化", u"力度"},
                                                       {u"加强", u"水平"},
                                                       {u"加强", u"效率"},
                                                       {u"完善", u"水平"},
                                                       {u"完善", u"力度"},
                                                       {u"扩大", u"力度"},
                                                       {u"扩大", u"水平"},
                                                       {u"加大", u"水平"},
                                                       {u"加大", u"质量"},
                                                       {u"发布", u"决算公开"},
                                                       {u"发布", u"预算公开"},
                                                       {u"提高", u"力度"},
                                                       {u"扩大", u"质量"},
                                                       {u"扩大", u"效率"},
                                                       {u"增强", u"力度"}});
    static constexpr auto never = std::to_array<std::u16string_view>(
        {u"重要性内容", u"加强提高", u"促进提升水平", u"开展进行"});
    static constexpr std::size_t reach = 10;

    /// The object ends its clause and nothing between verb and object begins another one.
    static void find(const Paragraph& paragraph, std::u16string_view text, const Pair& pair,
                     std::vector<Correction>& places) {
        for (std::size_t at = text.find(pair.verb); at != std::u16string_view::npos;
             at = text.find(pair.verb, at + 1)) {
            const std::size_t from = at + pair.verb.size();
            const std::size_t to = text.find(pair.object, from);
            if (to == std::u16string_view::npos) return;
            const std::size_t end = to + pair.object.size();
            const std::u16string_view between = text.substr(from, to - from);
            constexpr std::u16string_view stops = u"，。；、：！？“”的";
            const bool clause_ends =
                end >= text.size() ||
                std::u16string_view(u"，。；、").find(text[end]) != std::u16string_view::npos;
            if (between.size() > reach ||
                between.find_first_of(stops) != std::u16string_view::npos || !clause_ends)
                continue;
            const bool other_verb = std::ranges::any_of(verbs, [&](std::u16string_view verb) {
                return between.find(verb) != std::u16string_view::npos;
            });
            if (!other_verb) places.push_back({paragraph.source(at, end), {}});
        }
    }

    static constexpr auto verbs = std::to_array<std::u16string_view>(
        {u"提升", u"提高", u"增强", u"促进", u"推动", u"确保", u"保障", u"规范", u"加大", u"加强",
         u"改进", u"达到", u"培训", u"监督", u"检查", u"考核", u"管理"});
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(collocation, gouji::wording::Collocation);
