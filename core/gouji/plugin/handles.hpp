#pragma once

#include "gouji/document/document.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/terms/term_hits.hpp"
#include <gouji/abi.h>

#include <span>
#include <string>
#include <vector>

// What the boundary's opaque handles point to. Each lives on the stack of one call, but for
// the host (host.hpp).

struct gouji_document {
    const gouji::Document* document;
    const gouji::SemanticModel* model;
    const gouji::TermHits* hits = nullptr;
    gouji::TermGroup group{};                  ///< the lists of the rule that checks
    std::span<const gouji::WordList> lists{};  ///< of its page, as in the group
    const gouji_document* previous = nullptr;  ///< of the year before; null when it is not known
};

struct gouji_options {
    std::span<const gouji::Option> options;
    /// Lists as the boundary has them, one for each option; empty for other types.
    std::vector<std::vector<gouji_text>> lists;
    /// The page's word lists and what stands beside the words, in the page's order.
    std::span<const gouji::WordList> word_lists{};
    std::vector<std::vector<gouji_text>> words{};
    std::vector<std::vector<gouji_text>> values{};
};

struct gouji_sink {
    gouji::Sink* sink;
};
