#include <gouji/phrases.hpp>

#include "accountability.page.hpp"
#include "aspects.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::accountability;

/// A government's report that is silent on assessment, public review and accountability.
class Accountability {
public:
    explicit Accountability(Options options)
        : words_(options.words(list::words)),
          aspects_(options.words(list::aspects), options.values(list::aspects)) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view kind = view(facts.agency_kind);
        if (facts.report != GOUJI_REPORT_ANNUAL || (kind != "government" && kind != "town")) return;
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (overview == nullptr || structure::nothing_below(document, *overview)) return;
        // The whole report counts: some tell it among other matters.
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (words_.in(paragraph.text)) return;
        }
        // Without any word on supervision, structure/overview-aspects has said so.
        const bool five = view(facts.edition) == "2021";
        if (five && !aspects_.in(document, *overview)[structure::Aspects::supervision]) return;
        const gouji_chapter* part =
            aspects_.part(document, *overview, structure::Aspects::supervision);
        const gouji_chapter& chapter = part != nullptr ? *part : *overview;
        sink.report(chapter.heading, message::missing{.chapter = document.text(chapter.heading)});
    }

private:
    gouji::Phrases words_;
    structure::Aspects aspects_;
};

}  // namespace

GOUJI_RULE(accountability, Accountability);
