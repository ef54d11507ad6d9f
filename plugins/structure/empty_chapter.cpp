#include <algorithm>
#include <iterator>
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
        std::vector<const gouji_chapter*> empty;
        std::vector<const gouji_chapter*> bare;  // those of them that carry a form
        for (const gouji_chapter& chapter : document.chapters()) {
            if (!structure::known(chapter) || !structure::nothing_below(document, chapter))
                continue;
            // A bare title that comes again is a duplicate or a table of contents.
            if (times[view(chapter.kind)] > 1 || form_elsewhere(document, chapter)) continue;
            if (breaks_off(document, chapter)) continue;
            (carries_form(document, chapter) ? bare : empty).push_back(&chapter);
        }
        // A text without any table has lost them: they are pictures, or did not come along when
        // it was copied. That is one thing to say, for any number of chapters.
        if (!bare.empty() && no_form(document)) {
            Finding finding =
                sink.report(bare.front()->heading, message::tables{.count = bare.size()});
            for (std::size_t i = 1; i < bare.size(); ++i) {
                finding.also(bare[i]->heading,
                             message::here{.chapter = document.text(bare[i]->heading)});
            }
        } else {
            empty.insert(empty.end(), bare.begin(), bare.end());
        }
        for (const gouji_chapter* chapter : empty) {
            sink.report(chapter->heading,
                        message::empty{.chapter = document.text(chapter->heading)});
        }
    }

private:
    /// The forms may stand together after the text.
    static bool form_elsewhere(Document document, const gouji_chapter& chapter) {
        const auto forms = document.forms();
        return std::any_of(forms.begin(), forms.end(), [&](const gouji_form& form) {
            return view(form.chapter) == view(chapter.kind) && form.state != GOUJI_FORM_MISSING;
        });
    }
    static bool carries_form(Document document, const gouji_chapter& chapter) {
        const auto expected = document.expected_chapters();
        return std::any_of(expected.begin(), expected.end(), [&](const auto& one) {
            return view(one.kind) == view(chapter.kind) && one.form.size != 0;
        });
    }
    static bool no_form(Document document) {
        const auto forms = document.forms();
        return std::all_of(forms.begin(), forms.end(),
                           [](const gouji_form& form) { return form.state == GOUJI_FORM_MISSING; });
    }
    /// The text ends with this heading though chapters should follow, which
    /// structure/missing-chapter reports.
    static bool breaks_off(Document document, const gouji_chapter& chapter) {
        const auto expected = document.expected_chapters();
        const auto here = std::find_if(expected.begin(), expected.end(), [&](const auto& one) {
            return view(one.kind) == view(chapter.kind);
        });
        return here != expected.end() && std::next(here) != expected.end() &&
               std::all_of(std::next(here), expected.end(),
                           [](const auto& one) { return one.found == GOUJI_NONE; });
    }
};

}  // namespace

GOUJI_RULE(empty_chapter, EmptyChapter);
