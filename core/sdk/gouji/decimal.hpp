// gouji/decimal.hpp - exact arithmetic on gouji_decimal. Header-only; depends on abi.h.
#ifndef GOUJI_DECIMAL_HPP
#define GOUJI_DECIMAL_HPP

#include <gouji/abi.h>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace gouji {

/// An exact decimal: coefficient * 10^exponent. Operations that would overflow saturate; no
/// figure of a report comes near.
struct Decimal {
    std::int64_t coefficient = 0;
    std::int32_t exponent = 0;

    constexpr Decimal() = default;
    // A whole number is a decimal. NOLINTNEXTLINE(google-explicit-constructor)
    constexpr Decimal(std::int64_t whole) : coefficient(whole) {}
    constexpr Decimal(std::int64_t c, std::int32_t e) : coefficient(c), exponent(e) {}
    constexpr explicit Decimal(gouji_decimal raw)
        : coefficient(raw.coefficient), exponent(raw.exponent) {}

    [[nodiscard]] constexpr gouji_decimal raw() const { return {coefficient, exponent, 0}; }

    /// The same value with no trailing zeros: 12.50 is 125e-1, 300 is 3e2.
    [[nodiscard]] constexpr Decimal reduced() const {
        if (coefficient == 0) return {};
        Decimal out = *this;
        while (out.coefficient % 10 == 0) {
            out.coefficient /= 10;
            ++out.exponent;
        }
        return out;
    }

    [[nodiscard]] constexpr bool whole() const { return reduced().exponent >= 0; }
    [[nodiscard]] constexpr bool negative() const { return coefficient < 0; }

    /// The value as a whole number, if it is one and fits.
    [[nodiscard]] constexpr std::optional<std::int64_t> integer() const {
        const Decimal out = reduced();
        if (out.exponent < 0 || out.exponent > 18) return std::nullopt;
        return out.scaled(0).coefficient;
    }

    /// Plain digits: “12.5”, “-3”, “300”.
    [[nodiscard]] std::string text() const {
        const bool minus = coefficient < 0;
        std::string digits = std::to_string(coefficient);
        if (minus) digits.erase(0, 1);
        if (exponent >= 0) {
            if (coefficient != 0) digits.append(static_cast<std::size_t>(exponent), '0');
        } else {
            const auto places = static_cast<std::size_t>(-exponent);
            if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
            digits.insert(digits.size() - places, 1, '.');
        }
        return minus ? "-" + digits : digits;
    }

    friend constexpr Decimal operator+(Decimal a, Decimal b) {
        align(a, b);
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.coefficient, b.coefficient, &sum)) {
            sum = a.coefficient < 0 ? std::numeric_limits<std::int64_t>::min()
                                    : std::numeric_limits<std::int64_t>::max();
        }
        return {sum, a.exponent};
    }
    friend constexpr Decimal operator-(Decimal a, Decimal b) {
        align(a, b);
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.coefficient, b.coefficient, &difference)) {
            difference = a.coefficient < 0 ? std::numeric_limits<std::int64_t>::min()
                                           : std::numeric_limits<std::int64_t>::max();
        }
        return {difference, a.exponent};
    }
    friend constexpr Decimal operator*(Decimal a, Decimal b) {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a.coefficient, b.coefficient, &product)) {
            product = (a.coefficient < 0) == (b.coefficient < 0)
                          ? std::numeric_limits<std::int64_t>::max()
                          : std::numeric_limits<std::int64_t>::min();
        }
        return {product, a.exponent + b.exponent};
    }
    friend constexpr std::strong_ordering operator<=>(Decimal a, Decimal b) {
        align(a, b);
        return a.coefficient <=> b.coefficient;
    }
    friend constexpr bool operator==(Decimal a, Decimal b) { return std::is_eq(a <=> b); }

private:
    /// The same value with a smaller or equal exponent.
    [[nodiscard]] constexpr Decimal scaled(std::int32_t to) const {
        Decimal out = *this;
        while (out.exponent > to) {
            if (__builtin_mul_overflow(out.coefficient, std::int64_t{10}, &out.coefficient)) {
                out.coefficient = coefficient < 0 ? std::numeric_limits<std::int64_t>::min()
                                                  : std::numeric_limits<std::int64_t>::max();
                out.exponent = to;
                break;
            }
            --out.exponent;
        }
        return out;
    }

    static constexpr void align(Decimal& a, Decimal& b) {
        if (a.coefficient == 0) a.exponent = b.exponent;
        if (b.coefficient == 0) b.exponent = a.exponent;
        const std::int32_t to = a.exponent < b.exponent ? a.exponent : b.exponent;
        a = a.scaled(to);
        b = b.scaled(to);
    }
};

}  // namespace gouji

#endif  // GOUJI_DECIMAL_HPP
