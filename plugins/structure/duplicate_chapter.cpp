#include "duplicate_chapter.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::duplicate_chapter;

/// The same chapter twice, each on a line of its own.
class DuplicateChapter {
public:
    explicit DuplicateChapter(Options) {}

    void check(Document document, Sink sink) const {
        const auto chapters = document.chapters();
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            if (!structure::known(chapters[i]) || structure::contents_entry(document, chapters[i]))
                continue;
            for (std::size_t k = 0; k < i; ++k) {
                if (view(chapters[k].kind) != view(chapters[i].kind) ||
                    !structure::known(chapters[k]))
                    continue;
                if (structure::contents_entry(document, chapters[k])) continue;
                sink.report(chapters[i].heading,
                            message::again{.chapter = document.text(chapters[i].heading)})
                    .also(chapters[k].heading, message::first{});
                break;
            }
        }
    }
};

}  // namespace

GOUJI_RULE(duplicate_chapter, DuplicateChapter);
