#pragma once

#include "gouji/semantic/semantic_model.hpp"
#include <gouji/decimal.hpp>

namespace gouji {

/// Both sides of an identity. Blank cells count as 0, as they do for the rules; a cell that is
/// missing or holds words leaves the identity undecided.
struct IdentitySides {
    Decimal left;
    Decimal right;
    bool decided = true;

    /// Whether the identity's relation is true of them.
    [[nodiscard]] bool hold(const gouji_identity& identity) const {
        return identity.relation == GOUJI_RELATION_AT_MOST ? left <= right : left == right;
    }
};

[[nodiscard]] IdentitySides identity_sides(const SemanticModel& model,
                                           const gouji_identity& identity);

}  // namespace gouji
