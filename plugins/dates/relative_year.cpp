#include <gouji/phrases.hpp>

#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// 今年, 去年: the reader does not know which; one finding a file.
class RelativeYear {
public:
    explicit RelativeYear(Options) : words_{"今年", "去年", "前年", "明年"} {}

    void check(Document document, Report report) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Phrases::Hit> hits;
        for (auto hit = words_.next(text); hit; hit = words_.next(text, hit.end())) {
            const std::string_view after = text.substr(hit.end());
            // 当今年轻人, 今年龄; 目前年度
            if (after.starts_with("轻") || after.starts_with("龄") || after.starts_with("度"))
                continue;
            if (text.substr(0, hit.at).ends_with("目") || text.substr(0, hit.at).ends_with("如"))
                continue;
            hits.push_back(hit);
        }
        if (hits.empty()) return;
        const bool once = hits.size() == 1;
        Finding finding =
            report.at(prose.source(hits.front().at, hits.front().size), once ? "once" : "relative");
        finding.with("word", words_[hits.front().index]);
        if (!once) finding.with("count", hits.size());
        for (std::size_t i = 1; i < hits.size(); ++i) {
            finding.also(prose.source(hits[i].at, hits[i].size), "here")
                .with("word", words_[hits[i].index]);
        }
    }

private:
    using Phrases = gouji::Phrases;
    Phrases words_;
};

}  // namespace

GOUJI_RULE(relative_year, RelativeYear);
