#pragma once

#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/terms/term_table.hpp"

#include <filesystem>
#include <memory>

namespace gouji {

/// A rule of a plugin whose library is opened, and whose rule is made, when it first checks a
/// report: so that in a run with worker processes foreign code runs in those alone. What goes wrong
/// then is the rule's failure for that report. For one thread at a time, as a worker has.
std::unique_ptr<Checker> make_deferred_checker(std::filesystem::path plugin, Page page,
                                               TermGroup group);

}  // namespace gouji
