#pragma once

#include <string>

#include "sample/report.hpp"

namespace gouji::sample {

/// Two years of one agency.
struct History {
    Report last;
    Report now;
    std::string rule;  ///< that has something to find in `now`: “previous/stock”; “-” for none
    std::string kind;  ///< what was done: “restated” …
};

/// The same seed gives the same history: one in two is as it should be, in plain sight or because
/// a note explains it; in the others one thing does not follow from the year before.
History make_history(std::uint32_t seed);

}  // namespace gouji::sample
