#include "gouji/read/outline.hpp"

namespace gouji {

void outline(const Text& /*text*/, std::span<Block> /*blocks*/,
             const std::vector<Edition>& /*editions*/) {}

}  // namespace gouji
