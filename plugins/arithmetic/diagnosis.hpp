#pragma once

#include <gouji/sdk.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace arithmetic {

using namespace gouji::sdk;
using gouji::Decimal;

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

/// A field's value when verifying: blanks and placeholders count as 0.
Decimal value_of(const gouji_field& field);

/// The field that states an identity's result: the one that stands alone on its side, or the
/// last on the right.
const gouji_field& result_of(Document document, const gouji_identity& identity);

}  // namespace arithmetic
