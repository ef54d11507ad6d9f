#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/chapter_titles.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// One document while its prose is being analyzed. The scanners below run over the folded prose,
/// where dates and figures stand in one piece, in this order; each leaves for the next what it
/// found as folded spans. What they find goes into `model` as spans of the document.
struct Analysis {
    const Document& document;
    const ChapterTitles& titles;
    SemanticModel& model;

    std::vector<Span> sentences;  ///< folded, one for each of model.sentences
    std::vector<Span> citations;  ///< folded, one for each of model.citations
    std::vector<Span> dates;      ///< folded, one for each of model.dates

    [[nodiscard]] std::string_view prose() const { return model.prose; }
    [[nodiscard]] std::string_view folded(Span span) const {
        return prose().substr(span.begin, span.end - span.begin);
    }
    void add_evidence(std::string_view topic, std::string value, std::string_view source,
                      Span span) {
        const std::string& kept = model.words.emplace_back(std::move(value));
        model.evidence.push_back({raw(topic), raw(kept), raw(source), span});
    }
    /// The sentence around a folded offset, searched onward from `hint`; GOUJI_NONE for none.
    [[nodiscard]] std::uint32_t sentence_at(std::uint32_t offset, std::uint32_t& hint) const {
        while (hint < sentences.size() && sentences[hint].end <= offset) ++hint;
        return hint < sentences.size() && sentences[hint].begin <= offset ? hint : GOUJI_NONE;
    }
};

/// Fills model.prose, joints, paragraphs and paragraph_nodes.
void fold_prose(Analysis& analysis);
/// Fills model.chapters.
void find_chapters(Analysis& analysis);
/// Fills model.sentences; requires prose and chapters.
void find_sentences(Analysis& analysis);
/// Fills model.citations and model.abbreviations; requires sentences.
void find_citations(Analysis& analysis);
/// Fills model.dates and model.periods; requires citations.
void find_dates(Analysis& analysis);
/// Fills model.quantities; requires citations and dates.
void find_quantities(Analysis& analysis);
/// Fills title and agency in model.summary, and the title's evidence on the year.
void find_title(Analysis& analysis);
/// Fills the signature in model.summary; requires dates.
void find_signature(Analysis& analysis);
/// Adds what periods and the first words of the text say about the year; requires dates.
void find_years(Analysis& analysis);

}  // namespace gouji
