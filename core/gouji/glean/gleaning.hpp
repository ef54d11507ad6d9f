#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/glean/facts.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace gouji {

/// One document while its prose is being gleaned. The scanners below run over the folded prose,
/// where dates and figures stand in one piece, in this order; each leaves for the next what it
/// found as folded spans. What they find goes into `facts` as spans of the document.
struct Gleaning {
    const Document& document;
    std::span<const Edition> editions;
    Facts& facts;

    std::vector<Span> sentences;  ///< folded, one for each of facts.sentences
    std::vector<Span> citations;  ///< folded, one for each of facts.citations
    std::vector<Span> dates;      ///< folded, one for each of facts.dates

    [[nodiscard]] std::string_view prose() const { return facts.prose; }
    [[nodiscard]] std::string_view folded(Span span) const {
        return prose().substr(span.begin, span.end - span.begin);
    }
};

/// Fills facts.prose, joints, paragraphs and paragraph_nodes.
void fold_prose(Gleaning& gleaning);
/// Fills facts.chapters.
void glean_chapters(Gleaning& gleaning);
/// Fills facts.sentences; wants prose and chapters.
void glean_sentences(Gleaning& gleaning);
/// Fills facts.citations and facts.abbreviations; wants sentences.
void glean_citations(Gleaning& gleaning);
/// Fills facts.dates and facts.periods; wants citations.
void glean_dates(Gleaning& gleaning);
/// Fills facts.quantities; wants citations and dates.
void glean_quantities(Gleaning& gleaning);
/// Fills the title, agency, signature and year in facts.facts, with their evidence.
void glean_title(Gleaning& gleaning);
void glean_signature(Gleaning& gleaning);

}  // namespace gouji
