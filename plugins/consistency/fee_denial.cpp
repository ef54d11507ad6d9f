#include <gouji/sdk.hpp>

#include "fee_chapter.hpp"
#include "fee_denial.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_denial;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “不收取任何费用”: the regulations say 不收取费用 and allow a fee for excessive requests in the
/// same article (第四十二条), and a report should say what was charged this year.
class FeeDenial {
public:
    explicit FeeDenial(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* chapter = fee_chapter(document);
        if (chapter == nullptr) return;
        for (const Hit& hit : document.hits(list::exceptions)) {
            if (contains(chapter->body, document.prose().source(hit.span))) return;
        }
        for (const Hit& hit : document.hits(list::denials)) {
            const Span where = document.prose().source(hit.span);
            if (!contains(chapter->body, where)) continue;
            sink.report(where, message::absolute{.words = document.text(where)});
            return;
        }
    }
};

}  // namespace

GOUJI_RULE(fee_denial, FeeDenial);
