#pragma once

#include <gouji/sdk.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

using namespace gouji::sdk;

/// One paragraph of folded prose, with what it is and where it belongs.
struct Paragraph {
    std::string_view text;
    Span folded;
    Span span;
    Kind kind;
    std::uint32_t chapter;  ///< index of the innermost chapter, or GOUJI_NONE
};
const std::vector<Paragraph>& paragraphs(Document document);

/// The chapter of level 1 around chapter `index`; null outside.
const gouji_chapter* top_of(Document document, std::uint32_t index);

/// The first chapter of a kind; null when there is none.
const gouji_chapter* chapter(Document document, std::string_view kind);

/// Stands for a chapter of the edition: exactly, as a variant or with a slip.
bool known(const gouji_chapter& chapter);

/// A line of a table of contents: a title without a body that comes again further down.
bool contents_entry(Document document, const gouji_chapter& chapter);

/// No words, no table: nothing stands below the heading.
bool nothing_below(Document document, const gouji_chapter& chapter);

/// For a sequence of places in the edition: which ones stand in a longest increasing run. The
/// others are the fewest that have to be moved.
std::vector<bool> in_order(std::span<const std::uint32_t> places);

/// Words without blanks and line ends.
std::string packed(std::string_view words);

/// Words without blanks and punctuation: what is left when only marks differ.
std::string letters(std::string_view words);

/// 1 is “一”, 12 is “十二”; up to 99.
std::string han_number(std::uint32_t number);

/// Whether the form's table was read well enough to judge its single rows: half of the rows are
/// there, and most of them with the cells that the form has. What is read worse is reported once,
/// by structure/missing-table or structure/cell-count.
bool well_read(Document document, const gouji_form& form);

/// The labels of a form's table.
std::vector<const gouji_label*> labels_of(Document document, const gouji_form& form);

/// Labels of tables that were read well, some characters away from the form's.
std::vector<const gouji_label*> similar_labels(Document document);

/// The form that a label, a field or a chapter names by its id; null when there is none.
const gouji_form* form(Document document, std::string_view id);

/// Where something that is missing at the end should stand: after the last word of the report.
Span end_of_report(Document document);

}  // namespace structure
