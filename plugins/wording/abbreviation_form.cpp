#include "abbreviation_form.page.hpp"
#include "cited_titles.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation_form;

/// Defined as “条例”, used as 《条例》.
class AbbreviationForm {
public:
    explicit AbbreviationForm(Options) {}

    void check(Document document, Sink sink) const {
        const CitedTitles& titles = once<cited_titles>(document);
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view printed = document.text(defined.shortened);
            if (printed.find("《") != std::string_view::npos) continue;
            if (!names_document(document, defined)) continue;
            const auto used = titles.places.find(without_marks(printed));
            if (used == titles.places.end()) continue;
            const Span first = used->second.front();
            sink.report(first, message::differs{.defined = printed, .used = document.text(first)})
                .also(defined.span, message::definition{});
        }
    }

private:
    static bool names_document(const Document& document, const gouji_abbreviation& defined) {
        return document.text(defined.full).find("》") != std::string_view::npos;
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_form, gouji::wording::AbbreviationForm);
