#pragma once

#include <optional>
#include <vector>

#include "ledger.hpp"

namespace arithmetic {

/// One slip in a form, and the identities that fail because of it. `broken.front()` names the
/// rule that reports it, so that row, column and balance never report one cell twice.
struct Slip {
    const gouji_field* cell = nullptr;
    const gouji_field* partner = nullptr;  ///< wrong by the same slip, or nothing
    std::optional<Decimal> expected;       ///< when the identities leave one value only
    bool certain = false;                  ///< no other cell explains them as well
    std::vector<const gouji_identity*> broken;
};

/// The fewest cells that explain why the report's identities fail; empty when all hold.
const std::vector<Slip>& diagnose(const Document& document);

}  // namespace arithmetic
