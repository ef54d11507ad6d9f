#include "gouji/scan/date_scan.hpp"

#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

struct Figure {
    std::uint32_t value = 0;
    std::uint32_t end = 0;  ///< 0 when there is none
    std::uint32_t digits = 0;
    bool han = false;
};

Figure digits_at(std::string_view text, std::uint32_t at, std::uint32_t most) {
    Figure out;
    while (out.digits < most && at < text.size() &&
           is_digit(static_cast<unsigned char>(text[at]))) {
        out.value = out.value * 10 + static_cast<std::uint32_t>(text[at] - '0');
        ++out.digits;
        out.end = ++at;
    }
    return out;
}

/// A year or, with `most` 2, a month or day; Arabic or Chinese.
Figure figure_at(std::string_view text, std::uint32_t at, std::uint32_t most) {
    const Figure arabic = digits_at(text, at, most + 1);
    if (arabic.digits != 0) return arabic.digits <= most ? arabic : Figure{};
    const HanNumeral numeral = han_numeral(text, at);
    if (numeral.size == 0 || numeral.value > 9999) return {};
    Figure out;
    out.value = static_cast<std::uint32_t>(numeral.value);
    out.end = at + static_cast<std::uint32_t>(numeral.size);
    out.digits = numeral.positional ? static_cast<std::uint32_t>(numeral.size / 3) : 0;
    out.han = true;
    return out;
}

bool is_year(std::uint32_t value) { return value >= 1900 && value <= 2100; }

bool starts(std::string_view text, std::uint32_t at, std::string_view word) {
    return text.substr(at).starts_with(word);
}

constexpr std::uint32_t wide = 3;  // bytes of a Han character

/// 1月30日, 1月30号, 1月.
PrintedDate month_and_day(std::string_view text, std::uint32_t at, bool day_wanted) {
    const Figure month = figure_at(text, at, 2);
    if (month.end == 0 || !starts(text, month.end, "月")) return {};
    PrintedDate out;
    out.month = month.value;
    out.end = month.end + wide;
    const Figure day = figure_at(text, out.end, 2);
    if (day.end != 0 && (starts(text, day.end, "日") || starts(text, day.end, "号"))) {
        out.day = day.value;
        out.end = day.end + wide;
    } else if (day_wanted) {
        return {};
    }
    return out;
}

}  // namespace

PrintedDate rest_at(std::string_view text, std::uint32_t at, char separator) {
    const Figure month = digits_at(text, at, 2);
    if (month.end == 0 || month.end >= text.size() || text[month.end] != separator) return {};
    const Figure day = digits_at(text, month.end + 1, 3);
    if (day.end == 0 || day.digits > 2) return {};
    return {day.end, 0, month.value, day.value, separator};
}

PrintedDate date_at(std::string_view text, std::uint32_t at) {
    const Figure year = figure_at(text, at, 4);
    if (year.end != 0 && year.digits == 4 && is_year(year.value)) {
        if (starts(text, year.end, "年")) {
            PrintedDate out{year.end + wide, static_cast<std::int32_t>(year.value), 0, 0, 0};
            const PrintedDate rest = month_and_day(text, out.end, false);
            if (rest.end != 0) {
                out.month = rest.month;
                out.day = rest.day;
                out.end = rest.end;
            }
            return out;
        }
        if (!year.han && year.end < text.size()) {
            const char separator = text[year.end];
            if (separator == '-' || separator == '.' || separator == '/') {
                PrintedDate out = rest_at(text, year.end + 1, separator);
                if (out.end != 0 && (out.end >= text.size() || text[out.end] != separator)) {
                    out.year = static_cast<std::int32_t>(year.value);
                    return out;
                }
            }
        }
        return {};
    }
    return month_and_day(text, at, true);
}

bool exists(std::int32_t year, std::uint32_t month, std::uint32_t day) {
    if (month == 0) return true;
    if (month > 12) return false;
    constexpr std::uint32_t longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (day == 0) return true;
    const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return day <= (month == 2 && !leap ? 28U : longest[month - 1]);
}

}  // namespace gouji
