#include <algorithm>
#include <map>

#include "empty_chapter.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::empty_chapter;

/// A chapter with nothing below its heading.
class EmptyChapter {
public:
    explicit EmptyChapter(Options) {}

    void check(Document document, Sink sink) const {
        std::map<std::string_view, std::size_t> times;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (structure::known(chapter)) ++times[view(chapter.kind)];
        }
        for (const gouji_chapter& chapter : document.chapters()) {
            if (!structure::known(chapter) || !structure::nothing_below(document, chapter))
                continue;
            // A bare title that comes again is a duplicate or a table of contents.
            if (times[view(chapter.kind)] > 1 || form_elsewhere(document, chapter)) continue;
            sink.report(chapter.heading, message::empty{.chapter = document.text(chapter.heading)});
        }
    }

private:
    /// The forms may stand together behind the text.
    static bool form_elsewhere(Document document, const gouji_chapter& chapter) {
        const auto forms = document.forms();
        return std::any_of(forms.begin(), forms.end(), [&](const gouji_form& form) {
            return view(form.chapter) == view(chapter.kind) && form.state != GOUJI_FORM_MISSING;
        });
    }
};

}  // namespace

GOUJI_RULE(empty_chapter, EmptyChapter);
