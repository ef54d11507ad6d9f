#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A chapter title that is not the edition's: understood, or some characters away.
class ChapterTitle {
public:
    explicit ChapterTitle(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level != 1) continue;
            const bool noted = chapter.match == GOUJI_TITLE_NOTED;
            if (!noted && chapter.match != GOUJI_TITLE_SIMILAR) continue;
            const std::string found = structure::packed(document.text(chapter.title));
            if (only_a_mark_behind(found, view(chapter.expected))) continue;
            report.at(chapter.title, noted ? "noted" : "similar")
                .with("found", found)
                .with("expected", view(chapter.expected))
                .fix(Safety::safe, "write")
                .with("expected", view(chapter.expected))
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
