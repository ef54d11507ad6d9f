#pragma once

#include "gouji/edition/edition.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// An identity laid along one row or column of its form, its terms as places of fields: a form's
/// fields are counted row by row.
struct BoundIdentity {
    const Edition::Identity* identity = nullptr;
    std::string_view along;  ///< key of the row or column
    struct Term {
        std::uint32_t field = 0;
        std::int32_t sign = 1;
    };
    std::vector<Term> terms;  ///< left ones first
};

/// All identities of one form; rows and columns that lack one of the fields are passed over.
/// Points into the edition.
[[nodiscard]] std::vector<BoundIdentity> bind_identities(const Edition& edition,
                                                         const Edition::Form& form);

}  // namespace gouji
