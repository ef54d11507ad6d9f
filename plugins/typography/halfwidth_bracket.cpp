#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "halfwidth_bracket.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::halfwidth_bracket;

/// Pairs of half-width brackets among Han characters.
class HalfwidthBracket {
public:
    explicit HalfwidthBracket(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::vector<std::size_t> open;
            for (const std::size_t i : paragraph.marks()) {
                if (paragraph.at(i) == u'(') open.push_back(i);
                if (paragraph.at(i) != u')' || open.empty()) continue;
                const std::size_t from = open.back();
                open.pop_back();
                if (!among_han(paragraph, from, i)) continue;
                places.push_back({paragraph.source(from, from + 1), "（"});
                places.push_back({paragraph.source(i, i + 1), "）"});
            }
        });
        report_grouped<message>(document, sink, places, Safety::safe);
    }

private:
    static bool among_han(const Paragraph& paragraph, std::size_t from, std::size_t to) {
        if (paragraph.in_address(from) || paragraph.in_address(to)) return false;
        const auto text = paragraph.codes().substr(from + 1, to - from - 1);
        const bool holds_han = std::ranges::any_of(text, [](char16_t c) { return is_han(c); });
        return holds_han || is_han(paragraph.before(from));
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(halfwidth_bracket, gouji::typography::HalfwidthBracket);
