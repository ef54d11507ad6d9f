#pragma once

#include <cstdint>
#include <string>

#include "rules/all_rules.hpp"

namespace gouji::fuzz {

/// Loaded once; a program that cannot load them ends with the reason.
[[nodiscard]] const testing::AllRules& all_rules();

/// A sample report in one of the layouts, with the examples of some rule's page in its overview.
[[nodiscard]] std::string report_with_example(std::uint32_t number);

}  // namespace gouji::fuzz
