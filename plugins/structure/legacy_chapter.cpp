#include "legacy_chapter.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::legacy_chapter;

/// A chapter of the form before 2019.
class LegacyChapter {
public:
    explicit LegacyChapter(Options) {}

    void check(Document document, Sink sink) const {
        if (document.facts().year < 2019) return;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.match != GOUJI_TITLE_LEGACY || chapter.level != 1) continue;
            sink.report(chapter.heading, message::legacy{.title = document.text(chapter.title)});
        }
    }
};

}  // namespace

GOUJI_RULE(legacy_chapter, LegacyChapter);
