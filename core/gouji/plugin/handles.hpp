#pragma once

#include "gouji/document/document.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include <gouji/abi.h>

#include <span>
#include <string>
#include <vector>

// What stands behind the boundary's opaque handles. Each lives on the stack of one call.

struct gouji_document {
    const gouji::Document* document;
    const gouji::SemanticModel* model;
};

struct gouji_options {
    std::span<const gouji::Option> options;
    /// Lists as the boundary wants them, one for each option; empty for other types.
    std::vector<std::vector<gouji_text>> lists;
};

struct gouji_report {
    gouji::Sink* sink;
    bool failed = false;  ///< the rule has said why
};
