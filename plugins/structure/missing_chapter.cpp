#include "missing_chapter.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_chapter;

/// Chapters that the edition has and the report has not: one finding, shown where the first of
/// them should stand.
class MissingChapter {
public:
    explicit MissingChapter(Options) {}

    void check(Document document, Sink sink) const {
        const auto expected = document.expected_chapters();
        std::vector<std::size_t> missing;
        std::string names;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (expected[i].found != GOUJI_NONE) continue;
            missing.push_back(i);
            names.append(names.empty() ? "“" : "、“").append(name(expected[i])).append("”");
        }
        if (missing.empty()) return;
        const Span where = place(document, expected, missing.front());
        if (missing.size() == 1) {
            sink.report(where, message::missing{.chapter = name(expected[missing.front()])});
            return;
        }
        Finding finding =
            sink.report(where, message::several{.chapters = names, .count = missing.size()});
        for (std::size_t k = 1; k < missing.size(); ++k) {
            finding.also(place(document, expected, missing[k]),
                         message::here{.chapter = name(expected[missing[k]])});
        }
    }

private:
    static std::string name(const gouji_expected_chapter& chapter) {
        return structure::han_number(chapter.ordinal).append("、").append(view(chapter.title));
    }

    /// Before the form that belongs into it, else before the next chapter, else at the end.
    static Span place(Document document, std::span<const gouji_expected_chapter> expected,
                      std::size_t i) {
        for (const gouji_form& form : document.forms()) {
            const bool own =
                view(form.id) == view(expected[i].form) && form.state == GOUJI_FORM_FOUND;
            if (own) return {form.span.begin, form.span.begin};
        }
        for (std::size_t next = i + 1; next < expected.size(); ++next) {
            if (expected[next].found != GOUJI_NONE) {
                return document.chapters()[expected[next].found].heading;
            }
        }
        return structure::end_of_report(document);
    }
};

}  // namespace

GOUJI_RULE(missing_chapter, MissingChapter);
