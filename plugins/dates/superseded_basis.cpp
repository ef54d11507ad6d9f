#include <gouji/phrases.hpp>

#include <algorithm>

#include "../registry/documents.hpp"
#include "context.hpp"
#include "superseded_basis.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::superseded_basis;
using gouji::registry::find_number;
using gouji::registry::find_title;

using Registered = gouji::registry::Document;

/// A document cited as basis that another one has replaced, by its number or by its title.
class SupersededBasis {
public:
    explicit SupersededBasis(Options)
        : history_{"修订", "以来", "废止",   "替代",   "取代", "原",
                   "历次", "沿革", "自2008", "自2007", "曾",   "此前"} {}

    void check(Document document, Sink sink) const {
        const std::int32_t year = document.facts().year;
        if (year == 0) return;
        for (const Registered& old : gouji::registry::documents()) {
            if (old.successor == nullptr || year < old.successor->issued_year()) continue;
            if (cites(document, *old.successor)) continue;
            const gouji_citation* citation = first_basis(document, old);
            if (citation == nullptr) continue;
            sink.report(citation->span,
                        message::replaced{.cited = dates::packed(document.text(citation->span)),
                                          .right = old.successor->citation});
        }
    }

private:
    /// The first citation of the document in a sentence that does not tell what it was replaced by.
    [[nodiscard]] const gouji_citation* first_basis(Document document,
                                                    const Registered& old) const {
        std::uint32_t told = GOUJI_NONE;  // the sentence last asked, so that none is read twice
        bool history = false;
        for (const gouji_citation& citation : document.citations()) {
            if (!refers(document, citation, old)) continue;
            if (citation.sentence != told) {
                told = citation.sentence;
                history = tells_history(document, citation);
            }
            if (!history) return &citation;
        }
        return nullptr;
    }

    static bool refers(Document document, const gouji_citation& citation, const Registered& known) {
        if (citation.kind == GOUJI_CITATION_NUMBER) {
            return citation.number == known.number && citation.year == known.year &&
                   find_number(dates::packed(document.text(citation.name)), citation.year,
                               citation.number) == &known;
        }
        return citation.depth == 1 &&
               citation.name.end - citation.name.begin <= gouji::registry::longest_title &&
               find_title(document.text(citation.name)) == &known && national(document, citation);
    }

    /// Offices of every level issue notices “关于政府信息公开工作年度报告有关事项的通知”: only a
    /// title with the national office in it or right in front of it is the registered one's.
    static bool national(Document document, const gouji_citation& title) {
        if (gouji::registry::nationally_issued(document.text(title.name))) return true;
        constexpr std::uint32_t reach = 120;  // bytes
        const std::uint32_t from = title.span.begin - std::min(title.span.begin, reach);
        const std::string before = dates::packed(document.text({from, title.span.begin}));
        return before.ends_with("国务院办公厅") || before.ends_with("国办") ||
               before.ends_with("国务院办公厅政府信息与政务公开办公室");
    }

    static bool cites(Document document, const Registered& wanted) {
        return std::ranges::any_of(document.citations(), [&](const gouji_citation& citation) {
            return citation.kind == GOUJI_CITATION_NUMBER
                       ? citation.year == wanted.year && citation.number == wanted.number
                       : wanted.year != 0 && refers(document, citation, wanted);
        });
    }

    [[nodiscard]] bool tells_history(Document document, const gouji_citation& citation) const {
        if (citation.sentence >= document.sentences().size()) return false;
        return history_.in(
            dates::packed(document.text(document.sentences()[citation.sentence].span)));
    }

    gouji::Phrases history_;
};

}  // namespace

GOUJI_RULE(superseded_basis, SupersededBasis);
