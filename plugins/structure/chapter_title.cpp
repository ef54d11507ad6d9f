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
        stray_chapters(document, sink);
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level != 1) continue;
            const bool noted = chapter.match == GOUJI_TITLE_NOTED;
            if (!noted && chapter.match != GOUJI_TITLE_SIMILAR) continue;
            const std::string found = structure::packed(document.text(chapter.title));
            if (only_a_mark_after(found, view(chapter.expected))) continue;
            (noted ? sink.report(chapter.title,
                                 message::noted{.expected = view(chapter.expected), .found = found})
                   : sink.report(chapter.title, message::similar{.expected = view(chapter.expected),
                                                                 .found = found}))
                .fix(chapter.distance == 1 ? Safety::safe : Safety::unsafe,
                     message::write{.expected = view(chapter.expected)})
                .replace(chapter.title, view(chapter.expected));
        }
    }

private:
    /// “七、政务服务情况”: a chapter between or after those of the form.
    static void stray_chapters(Document document, Sink sink) {
        std::vector<const gouji_chapter*> stray;
        std::size_t known = 0;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (structure::known(chapter)) ++known;
            if (chapter.level == 1 && chapter.match == GOUJI_TITLE_OTHER &&
                chapter.ordinal_style == GOUJI_ORDINAL_HAN && chapter.run_in == 0)
                stray.push_back(&chapter);
        }
        if (stray.empty() || known < 4) return;  // another form, or no report at all
        Finding finding = sink.report(
            stray.front()->heading, message::stray{.found = document.text(stray.front()->heading)});
        for (std::size_t i = 1; i < stray.size(); ++i) {
            finding.also(stray[i]->heading,
                         message::stray_too{.found = document.text(stray[i]->heading)});
        }
    }

    /// “总体情况。”: left to structure/heading-punctuation.
    static bool only_a_mark_after(std::string_view found, std::string_view expected) {
        return found.starts_with(expected) && found.size() > expected.size() &&
               found.size() - expected.size() <= 3 &&
               !gouji::is_han(gouji::char_at(found, expected.size()).code);
    }
};

}  // namespace

GOUJI_RULE(chapter_title, ChapterTitle);
