#include "edition_mixed.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::edition_mixed;

/// Tables of two editions in one report.
class EditionMixed {
public:
    explicit EditionMixed(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (view(facts.form_edition) != "mixed") return;
        std::vector<const gouji_evidence*> marks;
        for (const gouji_evidence& item : document.evidence()) {
            if (view(item.topic) == "edition" && view(item.source).starts_with("form") &&
                !empty(item.span)) {
                marks.push_back(&item);
            }
        }
        if (marks.empty()) return;
        // What does not fit the year is what has to go; without a year, what came second.
        const std::string_view wanted = view(facts.year_edition);
        const std::string_view kept = wanted.empty() ? view(marks.front()->value) : wanted;
        const gouji_evidence* odd = marks.front();
        const gouji_evidence* right = nullptr;
        for (const gouji_evidence* mark : marks) {
            if (view(odd->value) == kept && view(mark->value) != kept) odd = mark;
            if (right == nullptr && view(mark->value) == kept) right = mark;
        }
        Finding finding = sink.report(
            odd->span, message::mixed{.found = view(odd->value),
                                      .words = structure::packed(document.text(odd->span))});
        if (right != nullptr && right != odd) {
            finding.also(right->span,
                         message::other{.edition = view(right->value),
                                        .words = structure::packed(document.text(right->span))});
        }
    }
};

}  // namespace

GOUJI_RULE(edition_mixed, EditionMixed);
