#include <gouji/phrases.hpp>

#include "context.hpp"
#include "relative_year.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::relative_year;

/// 今年, 去年: the reader does not know which; one finding a file.
class RelativeYear {
public:
    explicit RelativeYear(Options) : words_{"今年", "去年", "前年", "明年"} {}

    void check(Document document, Sink sink) const {
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
        const Span where = prose.source(hits.front().at, hits.front().size);
        const std::string_view word = words_[hits.front().index];
        Finding finding =
            hits.size() == 1
                ? sink.report(where, message::once{.word = word})
                : sink.report(where, message::relative{.count = hits.size(), .word = word});
        for (std::size_t i = 1; i < hits.size(); ++i) {
            finding.also(prose.source(hits[i].at, hits[i].size),
                         message::here{.word = words_[hits[i].index]});
        }
    }

private:
    using Phrases = gouji::Phrases;
    Phrases words_;
};

}  // namespace

GOUJI_RULE(relative_year, RelativeYear);
