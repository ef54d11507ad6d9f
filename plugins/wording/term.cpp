#include <gouji/sdk.hpp>

#include "pair_scan.hpp"
#include "term.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::term;

/// Words that this genre calls otherwise: 政协代表, 转结.
class Term {
public:
    explicit Term(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(term_pairs, text, document)) {
            const bool loose = hit.pair->tag.size != 0;
            if (loose && in_title(text, hit.at)) continue;  // a document's name is as it is
            // “、依法申请公开”: the mark only tells where the words stand.
            std::string_view found = text.substr(hit.at, hit.size);
            std::string_view right = term_pairs.text(hit.pair->right);
            if (const Char mark = char_at(found, 0); !is_han(mark.code)) {
                found.remove_prefix(mark.size);
                right.remove_prefix(mark.size);
            }
            const Span where = prose.source(hit.at + hit.size - found.size(), found.size());
            Finding finding =
                loose ? sink.report(where, message::loose{.found = found, .right = right})
                      : sink.report(where, message::wrong{.found = found, .right = right});
            if (right.find('/') != std::string_view::npos) continue;  // the writer has to choose
            finding.fix(Safety::unsafe, message::replace{.right = right}).replace(where, right);
        }
    }

private:
    /// Between 《 and 》 of one line.
    static bool in_title(std::string_view text, std::size_t at) {
        constexpr std::size_t longest = 180;  // bytes of a title
        std::string_view before =
            text.substr(at < longest ? 0 : at - longest, std::min(at, longest));
        const std::size_t open = before.rfind("《");
        if (open == std::string_view::npos) return false;
        before = before.substr(open);
        return before.find("》") == std::string_view::npos &&
               before.find('\n') == std::string_view::npos;
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(term, gouji::wording::Term);
