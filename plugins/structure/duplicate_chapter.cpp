#include <map>

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
        std::map<std::string_view, const gouji_chapter*> first;
        std::string_view last;  // kind of the chapter before
        for (const gouji_chapter& chapter : document.chapters()) {
            if (!structure::known(chapter) || structure::contents_entry(document, chapter) ||
                denies(document, chapter))
                continue;
            const auto [seen, is_new] = first.emplace(view(chapter.kind), &chapter);
            // Without an ordinal, right in its own chapter: the caption of the form.
            const bool caption =
                chapter.ordinal_style == GOUJI_ORDINAL_NONE && last == view(chapter.kind);
            last = view(chapter.kind);
            if (is_new || caption) continue;
            sink.report(chapter.heading, message::again{.chapter = document.text(chapter.heading)})
                .also(seen->second->heading, message::first{});
        }
    }

private:
    /// “无其他需要报告的事项”: the words of the chapter, no heading.
    static bool denies(Document document, const gouji_chapter& chapter) {
        const std::string_view title = document.text(chapter.title);
        return chapter.ordinal_style == GOUJI_ORDINAL_NONE &&
               (title.starts_with("无") || title.starts_with("没有") || title.starts_with("暂无"));
    }
};

}  // namespace

GOUJI_RULE(duplicate_chapter, DuplicateChapter);
