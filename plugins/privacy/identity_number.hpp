// Identity numbers: region, birthday, order, check digit.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gouji::privacy {

[[nodiscard]] constexpr bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return !text.empty();
}

[[nodiscard]] constexpr int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

[[nodiscard]] constexpr bool is_birthday(int year, int month, int day) {
    constexpr std::array<int, 12> lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= lengths[static_cast<std::size_t>(month - 1)] && (month != 2 || day != 29 || leap);
}

/// The first two digits name a province.
[[nodiscard]] constexpr bool is_region(std::string_view digits) {
    constexpr std::array<int, 35> provinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                            35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                            53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    const int province = number(digits.substr(0, 2));
    for (const int known : provinces) {
        if (known == province) return true;
    }
    return false;
}

/// Eighteen places with a region and a birthday, with or without a right check digit: somebody's
/// number with a slip in it, where a word says what it is.
[[nodiscard]] constexpr bool looks_like_identity_number(std::string_view text) {
    return text.size() == 18 && all_digits(text.substr(0, 17)) && is_region(text) &&
           is_birthday(number(text.substr(6, 4)), number(text.substr(10, 2)),
                       number(text.substr(12, 2)));
}

/// Eighteen places with the check digit of ISO 7064 MOD 11-2.
[[nodiscard]] constexpr bool is_identity_number(std::string_view text) {
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    if (!looks_like_identity_number(text)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (text[i] - '0');
    const char check = text[17] == 'x' ? 'X' : text[17];
    return checks[static_cast<std::size_t>(sum % 11)] == check;
}

/// The fifteen places of before 1999: no check digit, so a word must say what it is.
[[nodiscard]] constexpr bool is_old_identity_number(std::string_view text) {
    return text.size() == 15 && all_digits(text) && is_region(text) &&
           is_birthday(1900 + number(text.substr(6, 2)), number(text.substr(8, 2)),
                       number(text.substr(10, 2)));
}

}  // namespace gouji::privacy
