#include "edition_mismatch.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::edition_mismatch;

/// Tables of another edition than the report's year, or the user's choice, asks for.
class EditionMismatch {
public:
    explicit EditionMismatch(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view form = view(facts.form_edition);
        const bool chosen = edition_chosen(document);
        const std::string_view wanted = view(chosen ? facts.edition : facts.year_edition);
        if (form.empty() || form == "mixed" || wanted.empty() || form == wanted) return;
        const gouji_evidence* mark = evidence(document, "edition", form);
        const Span where = mark != nullptr ? mark->span : facts.title_span;
        const std::string words =
            mark != nullptr ? structure::packed(document.text(mark->span)) : std::string();
        if (chosen) {
            sink.report(where, message::chosen{.expected = wanted, .found = form, .words = words});
            return;
        }
        Finding finding = sink.report(
            where, message::mismatch{
                       .expected = wanted, .found = form, .words = words, .year = facts.year});
        const gouji_evidence* year = evidence(document, "year", std::to_string(facts.year));
        if (year != nullptr && mark != nullptr)
            finding.also(year->span, message::year{.year = facts.year});
    }

private:
    /// Whether the run was told which edition the report follows.
    static bool edition_chosen(Document document) {
        for (const gouji_evidence& item : document.evidence()) {
            if (view(item.topic) == "edition" && view(item.source) == "option") return true;
        }
        return false;
    }

    static const gouji_evidence* evidence(Document document, std::string_view topic,
                                          std::string_view value) {
        for (const gouji_evidence& item : document.evidence()) {
            if (view(item.topic) == topic && view(item.value) == value && !empty(item.span))
                return &item;
        }
        return nullptr;
    }
};

}  // namespace

GOUJI_RULE(edition_mismatch, EditionMismatch);
