#include <gouji/phrases.hpp>

#include "outdated.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::outdated;

/// What the regulations said before they were revised in 2019. The page has the wordings.
class Outdated {
public:
    explicit Outdated(Options options)
        : since_(options.integer("since")), historical_(options.words(list::historical)) {}

    void check(Document document, Sink sink) const {
        const std::vector<Hit> hits = without_overlaps(document.hits());
        const std::int32_t year = document.facts().year;
        if (hits.empty() || (year != 0 && year < since_)) return;
        const Prose prose = document.prose();
        for (const Hit& hit : hits) {
            if (historical_.in(sentence(prose.text(), hit.span))) continue;
            const Span where = prose.source(hit.span);
            hit.list == list::needs.index
                ? sink.report(where, message::needs{.found = prose.text(hit.span)})
                : sink.report(where, message::principle{});
        }
    }

private:
    /// The sentence around a stretch, at most some clauses of it.
    static std::string_view sentence(std::string_view text, Span stretch) {
        constexpr std::size_t reach = 300;  // bytes
        std::string_view before = text.substr(stretch.begin < reach ? 0 : stretch.begin - reach,
                                              std::min<std::size_t>(stretch.begin, reach));
        for (const std::string_view mark : {"。", "\n"}) {
            const std::size_t at = before.rfind(mark);
            if (at != std::string_view::npos) before.remove_prefix(at + mark.size());
        }
        const std::string_view after = text.substr(stretch.end, reach);
        const std::size_t stop = std::min(after.find("。"), after.find('\n'));
        return text.substr(
            stretch.begin - before.size(),
            before.size() + (stretch.end - stretch.begin) + std::min(stop, after.size()));
    }

    std::int64_t since_;
    Phrases historical_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(outdated, gouji::wording::Outdated);
