#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// A document cited that did not exist yet when the report was due.
class Anachronism {
public:
    explicit Anachronism(Options) {}

    void check(Document document, Report report) const {
        const std::int32_t year = document.facts().year;
        if (year == 0) return;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITED_NUMBER || citation.year == 0) continue;
            // The form of 2021 came out in September of that year; a report on 2020 was long due.
            const bool form_2021 =
                citation.year == 2021 && citation.number == 30 &&
                document.text(citation.name).find("国办公开办函") != std::string_view::npos;
            if (citation.year <= year + (form_2021 ? 0 : 1)) continue;
            report.at(citation.span, "later")
                .with("number", dates::packed(document.text(citation.span)))
                .with("year", year);
        }
    }
};

}  // namespace

GOUJI_RULE(anachronism, Anachronism);
