#include <gouji/phrases.hpp>

#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// “截至目前”: until when, the reader cannot tell.
class VagueCutoff {
public:
    explicit VagueCutoff(Options)
        : words_{"截至目前",     "截止目前",   "截至到目前", "截止到目前", "截至现在",
                 "截止现在",     "截至发稿",   "截止发稿",   "截至今日",   "截至当前",
                 "截止当前",     "到目前为止", "截至今天",   "截止今日",   "截至报告日",
                 "截至报告发布", "截至本报告", "截止本报告", "截至填报日", "截止填报日"} {}

    void check(Document document, Report report) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<gouji::Phrases::Hit> hits;
        for (auto hit = words_.next(text); hit; hit = words_.next(text, hit.end()))
            hits.push_back(hit);
        if (hits.empty()) return;
        Finding finding = report.at(prose.source(hits.front().at, hits.front().size), "vague");
        finding.with("words", words_[hits.front().index]).with("count", hits.size());
        for (std::size_t i = 1; i < hits.size(); ++i) {
            finding.also(prose.source(hits[i].at, hits[i].size), "here")
                .with("words", words_[hits[i].index]);
        }
    }

private:
    gouji::Phrases words_;
};

}  // namespace

GOUJI_RULE(vague_cutoff, VagueCutoff);
