#include <gouji/sdk.hpp>

#include <vector>

#include "abbreviation_unused.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation_unused;

/// The full name again, though a short one was defined.
class AbbreviationUnused {
public:
    explicit AbbreviationUnused(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view full = document.text(defined.full);
            if (empty(defined.full)) continue;
            std::vector<Span> again;
            for (const gouji_citation& citation : document.citations()) {
                const bool later = citation.kind == GOUJI_CITATION_TITLE &&
                                   citation.span.begin >= defined.span.end;
                if (later && document.text(citation.span) == full &&
                    !quoted(document, citation.span))
                    again.push_back(citation.span);
            }
            if (again.empty()) continue;
            Finding finding = sink.report(
                again.front(),
                message::full{.count = again.size(), .short_ = document.text(defined.shortened)});
            finding.also(defined.span, message::definition{});
            for (std::size_t i = 1; i < again.size(); ++i) finding.also(again[i], message::place{});
        }
    }

private:
    static bool quoted(const Document& document, Span where) {
        return document.text().substr(0, where.begin).ends_with("“");
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_unused, gouji::wording::AbbreviationUnused);
