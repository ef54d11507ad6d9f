#include <gouji/grouped.hpp>
#include <gouji/sdk.hpp>

#include "vague.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::vague;

/// 部分地区, 一些部门: said without a figure.
class Vague {
public:
    explicit Vague(Options) {}

    void check(Document document, Sink sink) const {
        const std::vector<Hit> hits = without_overlaps(document.hits(list::words));
        if (hits.empty()) return;
        const Prose prose = document.prose();
        const auto sentences = document.sentences();
        std::vector<Correction> places;
        const auto has_figures = [&](std::size_t sentence) {
            return sentence < sentences.size() &&
                   document.text(sentences[sentence].span).find_first_of("0123456789") !=
                       std::string_view::npos;
        };
        // A sentence is searched once, however many such words it has.
        std::size_t i = 0;
        bool figures = has_figures(i);
        for (const Hit& hit : hits) {
            const Span where = prose.source(hit.span);
            const std::size_t before = i;
            while (i < sentences.size() && sentences[i].span.end <= where.begin) ++i;
            if (i != before) figures = has_figures(i);
            if (!figures) places.push_back({where, {}});
        }
        report_grouped<message>(document, sink, places);
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(vague, gouji::wording::Vague);
