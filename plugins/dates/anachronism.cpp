#include "../registry/documents.hpp"
#include "anachronism.page.hpp"
#include "context.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::anachronism;

/// A document cited that did not exist yet when the report was due.
class Anachronism {
public:
    explicit Anachronism(Options) {}

    void check(Document document, Sink sink) const {
        const std::int32_t year = document.facts().year;
        if (year == 0) return;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITATION_NUMBER || citation.year == 0) continue;
            if (!later(document, citation, year)) continue;
            sink.report(citation.span,
                        message::later{.number = dates::packed(document.text(citation.span)),
                                       .year = year});
        }
    }

private:
    /// Reports are due by the end of March (第四十九条 of the regulations) and some come out later:
    /// a registered document of the second half of that year came too late for all of them.
    static bool later(Document document, const gouji_citation& citation, std::int32_t year) {
        if (citation.year != year + 1) return citation.year > year + 1;
        const gouji::registry::Document* known = gouji::registry::find_number(
            dates::packed(document.text(citation.name)), citation.year, citation.number);
        constexpr std::int32_t end_of_june = 630;
        return known != nullptr && known->issued > (year + 1) * 10000 + end_of_june;
    }
};

}  // namespace

GOUJI_RULE(anachronism, Anachronism);
