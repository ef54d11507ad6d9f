#pragma once

#include "gouji/base/span.hpp"
#include <gouji/decimal.hpp>

#include <cstdint>
#include <string_view>

namespace gouji {

/// A counted figure with what qualifies it, as offsets into folded prose: “近3.1万件”.
struct Counted {
    Span span{};            ///< span.end is 0 when this is no counted figure
    Span number{};          ///< the digits alone
    std::string_view unit;  ///< a constant
    Decimal value;
    std::uint32_t exactness = GOUJI_EXACTNESS_EXACT;
    bool han = false;
    std::uint32_t past = 0;  ///< where to go on when it is none
};

/// Whether a figure may start with this character.
[[nodiscard]] bool starts_counted(char32_t c);

/// The figure at `at`. Ordinals, years, clause and phone numbers are none; nor are idioms in
/// quotation marks.
[[nodiscard]] Counted counted_at(std::string_view prose, Span paragraph, std::uint32_t at,
                                 bool quoted);

}  // namespace gouji
