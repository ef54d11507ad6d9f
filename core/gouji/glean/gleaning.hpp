#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/chapter_titles.hpp"
#include "gouji/glean/facts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// One document while its prose is being gleaned. The scanners below run over the folded prose,
/// where dates and figures stand in one piece, in this order; each leaves for the next what it
/// found as folded spans. What they find goes into `facts` as spans of the document.
struct Gleaning {
    const Document& document;
    const ChapterTitles& titles;
    Facts& facts;

    std::vector<Span> sentences;  ///< folded, one for each of facts.sentences
    std::vector<Span> citations;  ///< folded, one for each of facts.citations
    std::vector<Span> dates;      ///< folded, one for each of facts.dates

    [[nodiscard]] std::string_view prose() const { return facts.prose; }
    [[nodiscard]] std::string_view folded(Span span) const {
        return prose().substr(span.begin, span.end - span.begin);
    }
    void add_evidence(std::string_view topic, std::string value, std::string_view source,
                      Span span) {
        const std::string& kept = facts.words.emplace_back(std::move(value));
        facts.evidence.push_back({raw(topic), raw(kept), raw(source), span});
    }
    /// The sentence around a folded offset, searched onward from `hint`; GOUJI_NONE for none.
    [[nodiscard]] std::uint32_t sentence_at(std::uint32_t offset, std::uint32_t& hint) const {
        while (hint < sentences.size() && sentences[hint].end <= offset) ++hint;
        return hint < sentences.size() && sentences[hint].begin <= offset ? hint : GOUJI_NONE;
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
/// Fills title and agency in facts.facts, and the title's evidence on the year.
void glean_title(Gleaning& gleaning);
/// Fills the signature in facts.facts; wants dates.
void glean_signature(Gleaning& gleaning);
/// Adds what periods and the first words of the text say about the year; wants dates.
void glean_years(Gleaning& gleaning);

}  // namespace gouji
