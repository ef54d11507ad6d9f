#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "nested_title.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::nested_title;

/// 《关于印发《…》的通知》: a title inside a title stands in 〈〉.
class NestedTitle {
public:
    explicit NestedTitle(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::vector<std::size_t> open;
            for (const std::size_t i : paragraph.marks()) {
                const char16_t c = paragraph.at(i);
                if (c == u'《' || (c == u'<' && !open.empty())) open.push_back(i);
                if ((c != u'》' && c != u'>') || open.empty()) continue;
                const bool inner = open.size() == 2;
                if (inner && (c == u'>') == (paragraph.at(open.back()) == u'<')) {
                    places.push_back({paragraph.source(open.back(), open.back() + 1), "〈"});
                    places.push_back({paragraph.source(i, i + 1), "〉"});
                }
                open.pop_back();
            }
        });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(nested_title, gouji::typography::NestedTitle);
