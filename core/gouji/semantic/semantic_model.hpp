#pragma once

#include "gouji/base/span.hpp"
#include "gouji/document/document.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What many rules need to know of a document, worked out once. The values are of abi.h's types,
/// which document each field, so that the services hand out these vectors as they are. Texts point
/// into the document, the edition or `words`; document and edition outlive the model.
struct SemanticModel {
    gouji_facts summary{};
    std::vector<gouji_evidence> evidence;

    std::vector<gouji_form> forms;
    std::vector<gouji_field> fields;
    std::vector<gouji_label> labels;
    std::vector<gouji_identity> identities;
    std::vector<gouji_term> terms;

    std::vector<gouji_chapter> chapters;
    std::vector<gouji_expected_chapter> expected;

    std::vector<gouji_sentence> sentences;
    std::vector<gouji_quantity> quantities;
    std::vector<gouji_date> dates;
    std::vector<gouji_period> periods;
    std::vector<gouji_citation> citations;
    std::vector<gouji_abbreviation> abbreviations;

    /// Folded prose (gouji.prose/1). From one joint to the next, every folded byte stands for
    /// `stride` bytes of the source: 1 for what was copied, 3 for full-width digits, 0 for blanks
    /// that were put in. Sorted by `folded`.
    struct Joint {
        std::uint32_t folded;
        std::uint32_t source;
        std::uint32_t stride;
    };
    std::string prose;
    std::vector<Joint> joints;
    std::vector<Span> paragraphs;
    std::vector<gouji_node> paragraph_nodes;

    std::deque<std::string> words;  ///< texts that stand nowhere in one piece

    /// The stretch of the document that `folded` came from.
    [[nodiscard]] Span source(Span folded) const;
    /// The innermost chapter around an offset, or GOUJI_NONE.
    [[nodiscard]] std::uint32_t chapter_at(std::uint32_t offset) const;
};

}  // namespace gouji
