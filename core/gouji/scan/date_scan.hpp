#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <string_view>

namespace gouji {

/// A date as printed, before anybody asks what it stands for.
struct PrintedDate {
    std::uint32_t end = 0;  ///< 0 when none starts here
    std::int32_t year = 0;  ///< 0 when not said
    std::uint32_t month = 0;
    std::uint32_t day = 0;
    char separator = 0;  ///< of 2021-01-30, 2021.1.30, 2021/1/30
};

/// The date that starts at `at`: 2021年1月30日, 2021年1月, 2021年, 二〇二一年…, 2021-01-30,
/// 1月30日.
[[nodiscard]] PrintedDate date_at(std::string_view text, std::uint32_t at);

/// “12.31” after “2021.1.1-”: month and day with this separator.
[[nodiscard]] PrintedDate rest_at(std::string_view text, std::uint32_t at, char separator);

/// Whether the calendar has such a day; what is not said does not count.
[[nodiscard]] bool exists(std::int32_t year, std::uint32_t month, std::uint32_t day);

}  // namespace gouji
