#include "gouji/semantic/identity_sides.hpp"

namespace gouji {

IdentitySides identity_sides(const SemanticModel& model, const gouji_identity& identity) {
    IdentitySides out;
    for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
        const gouji_term& term = model.terms[identity.first_term + i];
        const gouji_field& field = model.fields[term.field];
        if (field.state == GOUJI_FIELD_MISSING || field.state == GOUJI_FIELD_TEXT)
            out.decided = false;
        if (field.state != GOUJI_FIELD_NUMBER) continue;
        Decimal& side = i < identity.left ? out.left : out.right;
        const Decimal value(field.value);
        side = term.sign < 0 ? side - value : side + value;
    }
    return out;
}

}  // namespace gouji
