#pragma once

#include "gouji/engine/examine.hpp"

#include <string>
#include <vector>

namespace gouji {

/// What each verdict of a report is known by from one run to the next: the rule, the message and
/// the words and table cell it is about. Never a line, a chapter's number, a file's name or how
/// lines are broken. Equal ones are told apart by their order: “6c62272e07bb0142:1”, “…:2”.
[[nodiscard]] std::vector<std::string> fingerprints(const Examined& examined,
                                                    const Catalogue& catalogue);

}  // namespace gouji
