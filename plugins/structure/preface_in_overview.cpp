#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "preface_in_overview.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::preface_in_overview;

/// How the report was made, told inside the overview.
class PrefaceInOverview {
public:
    explicit PrefaceInOverview(Options options) : signs_(options.words(list::signs)) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (overview == nullptr) return;
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (!contains(overview->body, paragraph.span) || paragraph.kind == Kind::heading)
                continue;
            if (const auto hit = signs_.next(paragraph.text)) {
                sink.report(prose.source(paragraph.folded.begin + hit.at, hit.size),
                            message::preface{.words = signs_[hit.index]});
            }
            return;  // the first paragraph only
        }
    }

private:
    gouji::Phrases signs_;
};

}  // namespace

GOUJI_RULE(preface_in_overview, PrefaceInOverview);
