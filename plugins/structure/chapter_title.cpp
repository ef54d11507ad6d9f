#include "chapter_title.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::chapter_title;

/// A chapter title that is not the edition's: understood, or some characters away.
class ChapterTitle {
public:
    explicit ChapterTitle(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level != 1) continue;
            const bool noted = chapter.match == GOUJI_TITLE_NOTED;
            if (!noted && chapter.match != GOUJI_TITLE_SIMILAR) continue;
            const std::string found = structure::packed(document.text(chapter.title));
            if (only_a_mark_behind(found, view(chapter.expected))) continue;
            (noted ? sink.report(chapter.title,
                                 message::noted{.expected = view(chapter.expected), .found = found})
                   : sink.report(chapter.title, message::similar{.expected = view(chapter.expected),
                                                                 .found = found}))
                .fix(Safety::safe, message::write{.expected = view(chapter.expected)})
                .replace(chapter.title, view(chapter.expected));
        }
    }

private:
    /// “总体情况。”: left to structure/heading-punctuation.
    static bool only_a_mark_behind(std::string_view found, std::string_view expected) {
        return found.starts_with(expected) && found.size() > expected.size() &&
               found.size() - expected.size() <= 3 &&
               !gouji::is_han(gouji::char_at(found, expected.size()).code);
    }
};

}  // namespace

GOUJI_RULE(chapter_title, ChapterTitle);
