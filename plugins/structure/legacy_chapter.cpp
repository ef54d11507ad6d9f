#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A chapter of the form before 2019.
class LegacyChapter {
public:
    explicit LegacyChapter(Options) {}

    void check(Document document, Report report) const {
        if (document.facts().year < 2019) return;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.match != GOUJI_TITLE_LEGACY || chapter.level != 1) continue;
            report.at(chapter.heading, "legacy").with("title", document.text(chapter.title));
        }
    }
};

}  // namespace

GOUJI_RULE(legacy_chapter, LegacyChapter);
