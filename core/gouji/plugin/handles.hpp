#pragma once

#include "gouji/document/document.hpp"
#include "gouji/glean/facts.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include <gouji/abi.h>

#include <span>
#include <string>
#include <vector>

// What stands behind the boundary's opaque handles. Each lives on the stack of one call.

struct gouji_document {
    const gouji::Document* document;
    const gouji::Facts* facts;
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
