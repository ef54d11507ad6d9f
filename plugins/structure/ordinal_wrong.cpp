#include "ordinal_wrong.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::ordinal_wrong;

/// A chapter title after the ordinal of another chapter, or after none that can be read.
class OrdinalWrong {
public:
    explicit OrdinalWrong(Options) {}

    void check(Document document, Sink sink) const {
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
            const std::string_view found = document.text(chapter.ordinal_span);
            const std::string_view title = document.text(chapter.title);
            // “六.”: the right number with another mark after it.
            const bool mark_only =
                found.starts_with(structure::han_number(chapter.ordinal_expected)) &&
                chapter.ordinal == chapter.ordinal_expected;
            (mark_only
                 ? sink.report(chapter.ordinal_span,
                               message::mark{.expected = wanted, .found = found, .title = title})
                 : sink.report(chapter.ordinal_span,
                               message::wrong{.expected = wanted, .found = found, .title = title}))
                .fix(Safety::safe, message::write{.expected = wanted})
                .replace(chapter.ordinal_span, wanted);
        }
    }
};

}  // namespace

GOUJI_RULE(ordinal_wrong, OrdinalWrong);
