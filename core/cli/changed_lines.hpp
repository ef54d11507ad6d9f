#pragma once

#include "gouji/base/result.hpp"
#include "gouji/engine/inputs.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Lines (first, last) of each input that differ from a git revision; nothing for a file that git
/// does not know at that revision: all of it is new. Asks git; errors name the revision and what
/// git said.
Result<std::vector<std::optional<std::vector<std::pair<std::uint32_t, std::uint32_t>>>>>
changed_lines(const std::string& revision, std::span<const Input> inputs);

}  // namespace gouji
