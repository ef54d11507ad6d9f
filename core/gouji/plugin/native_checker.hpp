#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/terms/term_table.hpp"
#include <gouji/abi.h>

#include <memory>
#include <string>

namespace gouji {

/// A rule of a plugin, built with the page's options as they now stand. Fails with the rule's own
/// reason. `plugin` is the file that the rule comes from, absolute; `group` where the words of the
/// page's lists are found. To be called, and the checker to be destroyed, on the main thread.
Result<std::unique_ptr<Checker>> make_native_checker(const gouji_rule& rule, const Page& page,
                                                     const std::string& plugin, TermGroup group);

}  // namespace gouji
