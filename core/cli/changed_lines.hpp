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

/// Lines (first, last) of each input that differ from a git revision; nothing for a file that the
/// revision lacks, since all of it is new. Runs git; errors name the revision and git's message.
Result<std::vector<std::optional<std::vector<std::pair<std::uint32_t, std::uint32_t>>>>>
changed_lines(const std::string& revision, std::span<const Input> inputs);

}  // namespace gouji
