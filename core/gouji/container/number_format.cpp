#include "gouji/container/number_format.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace gouji {
namespace {

using Digits = std::array<std::string_view, 10>;
constexpr Digits plain = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits formal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/// How one family of Chinese numerals is put together.
struct Chinese {
    const Digits& digits;
    std::array<std::string_view, 4> units;  ///< of thousands, hundreds, tens, ones
    std::string_view zero;
    bool bare_ten;  ///< 十二 and not 一十二
};
constexpr Chinese counting = {plain, {"千", "百", "十", ""}, "〇", true};
constexpr Chinese counting_thousand = {plain, {"千", "百", "十", ""}, "零", true};
constexpr Chinese legal = {formal, {"仟", "佰", "拾", ""}, "零", false};

std::string chinese(int number, const Chinese& how) {
    if (number <= 0) return std::string(how.zero);
    if (number > 9999) return std::to_string(number);
    std::string out;
    bool gap = false;
    int divisor = 1000;
    for (const std::string_view unit : how.units) {
        const int digit = number / divisor % 10;
        divisor /= 10;
        if (digit == 0) {
            gap = gap || !out.empty();
            continue;
        }
        if (gap) out += how.zero;
        gap = false;
        const bool bare = how.bare_ten && digit == 1 && out.empty() && unit == how.units[2];
        if (!bare) out += how.digits[static_cast<std::size_t>(digit)];
        out += unit;
    }
    return out;
}

std::string digit_by_digit(int number, const Digits& digits) {
    std::string out;
    for (const char c : std::to_string(number)) out += digits[static_cast<std::size_t>(c - '0')];
    return out;
}

std::string roman(int number) {
    struct Step {
        int value;
        std::string_view letters;
    };
    static constexpr Step steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                     {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                     {5, "V"},    {4, "IV"},   {1, "I"}};
    std::string out;
    for (const Step& step : steps) {
        for (; number >= step.value; number -= step.value) out += step.letters;
    }
    return out;
}

/// A, B … Z, AA, BB …
std::string letters(int number, char first) {
    if (number < 1) return {};
    const auto times = static_cast<std::size_t>((number - 1) / 26 + 1);
    return std::string(times, static_cast<char>(first + (number - 1) % 26));
}

std::string character(char32_t first, int number) {
    std::string out;
    append(out, first + static_cast<char32_t>(number) - 1);
    return out;
}

/// Characters that Unicode has one for each number: ① to ⑳ and their like.
struct Enclosed {
    std::string_view format;
    char32_t first;
    int last;
};
constexpr Enclosed enclosed[] = {
    {"decimalEnclosedCircle", U'①', 20},    {"decimalEnclosedCircleChinese", U'①', 20},
    {"decimalEnclosedParen", U'⑴', 20},     {"decimalEnclosedFullstop", U'⒈', 20},
    {"ideographEnclosedCircle", U'㊀', 10},
};

}  // namespace

std::string formatted_number(std::string_view format, int number) {
    number = std::clamp(number, 0, 32767);
    if (format == "none" || format == "bullet") return {};
    if (format == "chineseCounting" && number < 100) return chinese(number, counting);
    if (format == "chineseCounting" || format == "ideographDigital" ||
        format == "japaneseDigitalTenThousand" || format == "taiwaneseDigital") {
        return digit_by_digit(number, plain);
    }
    if (format == "chineseCountingThousand") return chinese(number, counting_thousand);
    // Chinese Word writes 一、二、三 as “japaneseCounting”.
    if (format == "japaneseCounting" || format == "taiwaneseCounting" ||
        format == "taiwaneseCountingThousand" || format == "koreanCounting") {
        return chinese(number, counting);
    }
    if (format == "chineseLegalSimplified") return chinese(number, legal);
    if (format == "ideographTraditional" && number >= 1 && number <= 10) {
        static constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
        return character(stems[static_cast<std::size_t>(number) - 1], 1);
    }
    if (format == "ideographZodiac" && number >= 1 && number <= 12) {
        static constexpr std::u32string_view branches = U"子丑寅卯辰巳午未申酉戌亥";
        return character(branches[static_cast<std::size_t>(number) - 1], 1);
    }
    for (const Enclosed& kind : enclosed) {
        if (format == kind.format && number >= 1 && number <= kind.last)
            return character(kind.first, number);
    }
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") {
        std::string out;
        for (const char c : std::to_string(number)) out += character(U'０', c - '0' + 1);
        return out;
    }
    if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
    if (format == "upperRoman") return roman(number);
    if (format == "lowerRoman") {
        std::string out = roman(number);
        for (char& c : out) c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    if (format == "upperLetter") return letters(number, 'A');
    if (format == "lowerLetter") return letters(number, 'a');
    return std::to_string(number);
}

}  // namespace gouji
