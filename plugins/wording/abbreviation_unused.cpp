#include <gouji/sdk.hpp>

#include <vector>

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// The full name again, though a short one was defined.
class AbbreviationUnused {
public:
    explicit AbbreviationUnused(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view full = document.text(defined.full);
            if (empty(defined.full)) continue;
            std::vector<Span> again;
            for (const gouji_citation& citation : document.citations()) {
                const bool later =
                    citation.kind == GOUJI_CITED_TITLE && citation.span.begin >= defined.span.end;
                if (later && document.text(citation.span) == full &&
                    !quoted(document, citation.span))
                    again.push_back(citation.span);
            }
            if (again.empty()) continue;
            Finding finding = report.at(again.front(), "full");
            finding.with("short", document.text(defined.shortened))
                .with("count", again.size())
                .also(defined.span, "definition");
            for (std::size_t i = 1; i < again.size(); ++i) finding.also(again[i], "place");
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
