#include <unordered_set>

#include "abbreviation_unused.page.hpp"
#include "cited_titles.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation_unused;

/// The full name again and again, though a short one was defined. Once is no fault: a chapter may
/// be read on its own.
class AbbreviationUnused {
public:
    explicit AbbreviationUnused(Options) {}

    void check(Document document, Sink sink) const {
        const CitedTitles& titles = once<cited_titles>(document);
        std::unordered_set<std::string_view> seen;
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view full = without_marks(document.text(defined.full));
            const auto cited = titles.places.find(full);
            if (cited == titles.places.end() || !seen.insert(full).second) continue;
            std::vector<Span> again;
            for (const Span place : cited->second) {
                if (place.begin >= defined.span.end && !quoted(document, place))
                    again.push_back(place);
            }
            if (again.size() < least) continue;
            Finding finding = sink.report(
                again.front(),
                message::full{.count = again.size(), .short_ = document.text(defined.shortened)});
            finding.also(defined.span, message::definition{});
            for (std::size_t i = 1; i < again.size(); ++i) finding.also(again[i], message::place{});
        }
    }

private:
    static constexpr std::size_t least = 2;

    static bool quoted(const Document& document, Span where) {
        return document.text().substr(0, where.begin).ends_with("“");
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_unused, gouji::wording::AbbreviationUnused);
