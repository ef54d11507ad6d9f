#include "heading_skip.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::heading_skip;

/// Points 1. 2. right below a chapter, without （一） in between; one finding a chapter.
class HeadingSkip {
public:
    explicit HeadingSkip(Options) {}

    void check(Document document, Sink sink) const {
        const auto chapters = document.chapters();
        std::vector<const gouji_chapter*> points;
        for (std::size_t i = 0; i < chapters.size();) {
            const std::size_t top = i++;
            if (chapters[top].level != 1) continue;
            points.clear();
            bool parts = false;
            for (; i < chapters.size() && chapters[i].level > 1; ++i) {
                if (chapters[i].parent != top) continue;
                parts = parts || chapters[i].ordinal_style == GOUJI_ORDINAL_HAN_BRACKET;
                if (chapters[i].ordinal_style == GOUJI_ORDINAL_DIGIT)
                    points.push_back(&chapters[i]);
            }
            if (parts || points.size() < 2 || view(chapters[top].kind) == "problems") continue;
            Finding finding =
                sink.report(points.front()->ordinal_span,
                            message::skip{.chapter = document.text(chapters[top].heading),
                                          .count = points.size(),
                                          .ordinal = document.text(points.front()->ordinal_span)});
            for (std::size_t k = 1; k < points.size(); ++k)
                finding.also(points[k]->ordinal_span, message::here{});
        }
    }
};

}  // namespace

GOUJI_RULE(heading_skip, HeadingSkip);
