#pragma once

#include <gouji/decimal.hpp>

#include <algorithm>

namespace gouji::arithmetic {

/// One unit of the last digit that was printed: 0.1 for 12.5, 1 for 29.
[[nodiscard]] constexpr Decimal last_digit(Decimal printed) {
    return {1, std::min(printed.exponent, 0)};
}

[[nodiscard]] constexpr Decimal absolute(Decimal value) {
    return value.negative() ? Decimal(-value.coefficient, value.exponent) : value;
}

/// Whether `percent` may stand for part/whole: it is off by no more than `slack` points. Divides
/// nothing, so it is exact.
[[nodiscard]] constexpr bool may_be_share(Decimal percent, Decimal part, Decimal whole,
                                          Decimal slack) {
    return absolute(part * Decimal(100) - percent * whole) <= slack * absolute(whole);
}

/// part/whole as a percentage with two digits, for messages.
[[nodiscard]] constexpr Decimal share(Decimal part, Decimal whole) {
    const Decimal tenthousandths = part * Decimal(100000);
    // Both brought to whole units of the finer of the two.
    Decimal a = tenthousandths.reduced();
    Decimal b = whole.reduced();
    while (a.exponent > std::min(b.exponent, 0)) a = {a.coefficient * 10, a.exponent - 1};
    while (b.exponent > a.exponent) b = {b.coefficient * 10, b.exponent - 1};
    while (a.exponent > b.exponent) a = {a.coefficient * 10, a.exponent - 1};
    if (b.coefficient == 0) return {};
    const auto rounded = (a.coefficient / b.coefficient + (a.coefficient < 0 ? -5 : 5)) / 10;
    return {rounded, -2};
}

}  // namespace gouji::arithmetic
