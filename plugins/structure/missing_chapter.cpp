#include "missing_chapter.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_chapter;

/// A chapter that the edition wants and the report has not, shown where it should stand.
class MissingChapter {
public:
    explicit MissingChapter(Options) {}

    void check(Document document, Sink sink) const {
        const auto expected = document.expected_chapters();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (expected[i].found != GOUJI_NONE) continue;
            const std::string name = structure::han_number(expected[i].ordinal)
                                         .append("、")
                                         .append(view(expected[i].title));
            sink.report(place(document, expected, i), message::missing{.chapter = name});
        }
    }

private:
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
