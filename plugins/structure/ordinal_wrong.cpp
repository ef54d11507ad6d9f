#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A chapter title behind the ordinal of another chapter, or behind none that can be read.
class OrdinalWrong {
public:
    explicit OrdinalWrong(Options) {}

    void check(Document document, Report report) const {
        std::uint32_t place = 0;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level != 1 || structure::contents_entry(document, chapter)) continue;
            ++place;
            if (!structure::known(chapter) || chapter.ordinal_style == GOUJI_ORDINAL_NONE) continue;
            // Numbered on through a missing, moved or added chapter: that chapter is the matter.
            const bool right =
                chapter.ordinal == chapter.ordinal_expected || chapter.ordinal == place;
            if (right && chapter.ordinal_style != GOUJI_ORDINAL_WRONG) continue;
            const std::string wanted = structure::han_number(chapter.ordinal_expected) + "、";
            report.at(chapter.ordinal_span, "wrong")
                .with("found", document.text(chapter.ordinal_span))
                .with("title", document.text(chapter.title))
                .with("expected", wanted)
                .fix(Safety::safe, "write")
                .with("expected", wanted)
                .replace(chapter.ordinal_span, wanted);
        }
    }
};

}  // namespace

GOUJI_RULE(ordinal_wrong, OrdinalWrong);
