#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "preface_in_overview.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::preface_in_overview;

/// How the report was made, told inside the overview.
class PrefaceInOverview {
public:
    explicit PrefaceInOverview(Options)
        : signs_{"本报告由",
                 "本年度报告由",
                 "所列数据的统计期限",
                 "数据统计期限",
                 "如对本报告有疑问",
                 "如有疑问，请",
                 "如有疑问请",
                 "请与",
                 "电子版可",
                 "本报告中所列数据",
                 "报告编制"} {}

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
