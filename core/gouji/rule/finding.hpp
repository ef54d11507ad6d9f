#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// What a rule found in one document: a value. `output` makes the sentences.
struct Finding {
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    struct Related {
        Span where;
        std::string message;  ///< message id
        Arguments arguments;
        bool previous = false;  ///< a place in the report of the year before
    };
    struct Edit {
        Span replaced;
        std::string by;
    };
    struct Fix {
        bool safe = false;
        std::string message;
        Arguments arguments;
        std::vector<Edit> edits;
    };

    std::uint32_t rule = 0;  ///< index into the run's rules
    Span where;
    std::string message;  ///< message id
    Arguments arguments;
    std::vector<Related> related;
    std::vector<Fix> fixes;
    std::optional<std::uint32_t> rank =
        {};  ///< how sure, 0 to 100; else the page's precision tells
};

/// A rule that could not do its work on one document: a tool problem, never a finding.
struct RuleFailure {
    std::uint32_t rule = 0;
    Error reason;
};

}  // namespace gouji
