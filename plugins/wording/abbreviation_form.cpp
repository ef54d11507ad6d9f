#include <gouji/sdk.hpp>

#include <string_view>

#include "abbreviation_form.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation_form;

/// Defined as “条例”, used as 《条例》.
class AbbreviationForm {
public:
    explicit AbbreviationForm(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view printed = document.text(defined.shortened);
            if (printed.find("《") != std::string_view::npos) continue;
            const std::string_view bare = without_quotes(printed);
            if (bare.empty() || !names_document(document, defined)) continue;
            for (const gouji_citation& citation : document.citations()) {
                if (citation.kind != GOUJI_CITATION_TITLE ||
                    trimmed(document.text(citation.name)) != bare)
                    continue;
                sink.report(citation.span, message::differs{.defined = printed,
                                                            .used = document.text(citation.span)})
                    .also(defined.span, message::definition{});
                break;
            }
        }
    }

private:
    static bool names_document(const Document& document, const gouji_abbreviation& defined) {
        return document.text(defined.full).find("》") != std::string_view::npos;
    }

    static std::string_view without_quotes(std::string_view printed) {
        for (const std::string_view quote : {"“", "‘"}) {
            if (printed.starts_with(quote)) printed.remove_prefix(quote.size());
        }
        for (const std::string_view quote : {"”", "’"}) {
            if (printed.ends_with(quote)) printed.remove_suffix(quote.size());
        }
        return printed;
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_form, gouji::wording::AbbreviationForm);
