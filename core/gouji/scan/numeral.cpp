#include "gouji/scan/numeral.hpp"

#include <gouji/utf8.hpp>

namespace gouji {
namespace {

/// 0 to 9, or -1.
int digit_of(char32_t c) {
    switch (c) {
        case U'零':
        case U'〇':
        case U'○':
            return 0;
        case U'一':
            return 1;
        case U'二':
        case U'两':
            return 2;
        case U'三':
            return 3;
        case U'四':
            return 4;
        case U'五':
            return 5;
        case U'六':
            return 6;
        case U'七':
            return 7;
        case U'八':
            return 8;
        case U'九':
            return 9;
        default:
            return -1;
    }
}

std::int64_t power_of(char32_t c) {
    switch (c) {
        case U'十':
            return 10;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        case U'万':
            return 10000;
        case U'亿':
            return 100000000;
        default:
            return 0;
    }
}

}  // namespace

bool is_han_numeral(char32_t c) { return digit_of(c) >= 0 || power_of(c) != 0; }

HanNumeral han_numeral(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 16;  // characters; no report counts further
    HanNumeral out;
    std::int64_t positional = 0;
    std::int64_t total = 0;    // 万 and above, done
    std::int64_t section = 0;  // below the next 万
    std::int64_t digit = -1;
    std::size_t count = 0;
    bool powers = false;
    std::size_t end = at;
    for (; count < longest; ++count) {
        const Char c = char_at(text, end);
        if (c.size == 0) break;
        const int d = digit_of(c.code);
        if (d >= 0) {
            positional = positional * 10 + d;
            digit = d;
        } else if (const std::int64_t power = power_of(c.code); power != 0) {
            powers = true;
            if (power < 10000) {
                section += (digit < 0 ? 1 : digit) * power;
            } else {
                section += digit < 0 ? 0 : digit;
                total = (total + (section == 0 && total == 0 ? 1 : section)) * power;
                section = 0;
            }
            digit = -1;
        } else {
            break;
        }
        end += c.size;
    }
    if (count == 0 || count == longest) return out;
    out.size = end - at;
    out.positional = !powers;
    out.value = powers ? total + section + (digit < 0 ? 0 : digit) : positional;
    return out;
}

}  // namespace gouji
