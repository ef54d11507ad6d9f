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
        for (std::size_t top = 0; top < chapters.size(); ++top) {
            if (chapters[top].level != 1 || view(chapters[top].kind) == "problems") continue;
            std::vector<const gouji_chapter*> points;
            for (const gouji_chapter& point : chapters) {
                if (point.parent != top) continue;
                if (point.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET) points.clear();
                if (point.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET) break;
                if (point.ordinal_style == GOUJI_ORDINAL_DIGIT) points.push_back(&point);
            }
            if (points.size() < 2) continue;
            Finding finding =
                sink.report(points.front()->ordinal_span,
                            message::skip{.chapter = document.text(chapters[top].heading),
                                          .count = points.size(),
                                          .ordinal = document.text(points.front()->ordinal_span)});
            for (std::size_t i = 1; i < points.size(); ++i)
                finding.also(points[i]->ordinal_span, message::here{});
        }
    }
};

}  // namespace

GOUJI_RULE(heading_skip, HeadingSkip);
