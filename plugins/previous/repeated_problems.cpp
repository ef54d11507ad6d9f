#include <gouji/sdk.hpp>

#include <string>

#include "paragraphs.hpp"
#include "repeated_problems.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::previous;
using namespace gouji::page::repeated_problems;
using namespace std::string_view_literals;

/// The chapter of problems and measures is last year's, word for word.
class RepeatedProblems {
public:
    explicit RepeatedProblems(Options) {}

    void check(Document document, Sink sink) const {
        const auto before = document.previous();
        const int year = document.facts().year;
        if (!before || year == 0) return;
        const gouji_chapter* now = problems(document);
        const gouji_chapter* then = problems(*before);
        if (now == nullptr || then == nullptr) return;
        const std::string said = prose_of(document, *now, year);
        if (said.size() < shortest || said != prose_of(*before, *then, year - 1)) return;
        sink.report(now->heading, message::same{.year = year - 1})
            .also_previous(then->heading, message::there{.year = year - 1});
    }

private:
    static constexpr std::size_t shortest = 180;  // bytes: 60 characters; “无” may stay

    static const gouji_chapter* problems(const Document& document) {
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level == 1 && view(chapter.kind) == "problems"sv) return &chapter;
        }
        return nullptr;
    }

    /// Its paragraphs one after the other, whatever years and line ends they have.
    static std::string prose_of(const Document& document, const gouji_chapter& chapter, int year) {
        std::string out;
        each_paragraph(document, [&](Span paragraph) {
            const Span where = document.prose().source(paragraph);
            if (contains(chapter.body, where))
                out += without_year(document.prose().text(paragraph), year);
        });
        return out;
    }
};

}  // namespace

GOUJI_RULE(repeated_problems, RepeatedProblems);
