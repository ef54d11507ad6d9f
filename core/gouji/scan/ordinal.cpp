#include "gouji/scan/ordinal.hpp"

#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

constexpr std::int64_t highest = 99;

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    for (Char c = char_at(line, at); c.size != 0 && is_blank(c.code); c = char_at(line, at)) {
        at += c.size;
    }
    return at;
}

struct Number {
    std::uint32_t value = 0;
    std::size_t end = 0;  ///< 0 when there is none
    bool han = false;
};

/// One or two digits of either width, or a Chinese numeral.
Number number_at(std::string_view line, std::size_t at) {
    Number out;
    std::size_t digits = 0;
    std::size_t end = at;
    for (Char c = char_at(line, end); is_digit(half_width(c.code)); c = char_at(line, end)) {
        out.value = out.value * 10 + (half_width(c.code) - '0');
        end += c.size;
        if (++digits > 2) return {};
    }
    if (digits != 0) {
        out.end = end;
        return out;
    }
    const HanNumeral numeral = han_numeral(line, at);
    if (numeral.size == 0 || numeral.value < 1 || numeral.value > highest) return {};
    return {static_cast<std::uint32_t>(numeral.value), at + numeral.size, true};
}

Ordinal done(std::string_view line, std::uint32_t value, std::uint32_t style, std::size_t mark) {
    return {value, style, static_cast<std::uint32_t>(skip_blanks(line, mark)),
            static_cast<std::uint32_t>(mark)};
}

bool is_open(char32_t c) { return c == U'（' || c == '('; }
bool is_close(char32_t c) { return c == U'）' || c == ')'; }
bool is_point(char32_t c) { return c == '.' || c == U'．'; }

/// （一） (1) and, wrongly, （一）、
Ordinal bracketed(std::string_view line, std::size_t open_size) {
    const Number number = number_at(line, skip_blanks(line, open_size));
    if (number.end == 0) return {};
    std::size_t at = skip_blanks(line, number.end);
    const Char close = char_at(line, at);
    if (!is_close(close.code)) return {};
    at += close.size;
    std::uint32_t style = number.han ? GOUJI_ORDINAL_HAN_BRACKET : GOUJI_ORDINAL_DIGIT_BRACKET;
    const Char next = char_at(line, at);
    if (next.code == U'、' || is_point(next.code)) {
        style = GOUJI_ORDINAL_WRONG;
        at += next.size;
    }
    return done(line, number.value, style, at);
}

/// 一、 and, wrongly, 一. 一， 一） and “一 ”
Ordinal han(std::string_view line, std::size_t from, bool stray) {
    const HanNumeral numeral = han_numeral(line, from);
    if (numeral.size == 0 || numeral.value < 1 || numeral.value > highest) return {};
    if (numeral.positional && numeral.value > 9) return {};
    const auto value = static_cast<std::uint32_t>(numeral.value);
    const std::size_t end = from + numeral.size;
    const std::size_t at = skip_blanks(line, end);
    const Char mark = char_at(line, at);
    if (mark.code == U'、') {
        // “一、二季度”: an enumeration of numbers, no ordinal.
        if (han_numeral(line, at + mark.size).size != 0 && !stray) {
            const HanNumeral second = han_numeral(line, at + mark.size);
            const Char after = char_at(line, at + mark.size + second.size);
            if (second.positional &&
                (after.code == U'、' || after.code == U'季' || after.code == U'级'))
                return {};
        }
        return done(line, value, stray ? GOUJI_ORDINAL_WRONG : GOUJI_ORDINAL_HAN, at + mark.size);
    }
    if (stray) return {};
    if (is_point(mark.code) || mark.code == U'，' || mark.code == ',' || is_close(mark.code)) {
        return done(line, value, GOUJI_ORDINAL_WRONG, at + mark.size);
    }
    if (at > end && mark.size != 0 && is_han(mark.code)) {
        return done(line, value, GOUJI_ORDINAL_WRONG, end);
    }
    return {};
}

/// 1. 1、 1） but not 1.5 and not 2021.
Ordinal digits(std::string_view line) {
    const Number number = number_at(line, 0);
    if (number.end == 0 || number.han || number.value == 0) return {};
    const std::size_t at = skip_blanks(line, number.end);
    const Char mark = char_at(line, at);
    const std::size_t end = at + mark.size;
    if (is_close(mark.code)) return done(line, number.value, GOUJI_ORDINAL_DIGIT_BRACKET, end);
    if (!is_point(mark.code) && mark.code != U'、') return {};
    if (is_digit(half_width(char_at(line, end).code))) return {};
    return done(line, number.value, GOUJI_ORDINAL_DIGIT, end);
}

/// 第一章 第一部分 第一节
Ordinal counted(std::string_view line) {
    constexpr std::string_view prefix = "第";
    const Number number = number_at(line, prefix.size());
    if (number.end == 0) return {};
    for (const std::string_view word : {"章", "部分", "节"}) {
        if (!line.substr(number.end).starts_with(word)) continue;
        std::size_t at = number.end + word.size();
        const Char mark = char_at(line, at);
        if (mark.code == U'、' || mark.code == U'：' || mark.code == ':') at += mark.size;
        return done(line, number.value, GOUJI_ORDINAL_WRONG, at);
    }
    return {};
}

}  // namespace

Ordinal read_ordinal(std::string_view line) {
    const Char first = char_at(line, 0);
    if (is_open(first.code)) return bracketed(line, first.size);
    if (is_digit(half_width(first.code))) return digits(line);
    if (first.code >= U'①' && first.code <= U'⑳') {
        return done(line, first.code - U'①' + 1, GOUJI_ORDINAL_DIGIT_BRACKET, first.size);
    }
    if (first.code >= U'㈠' && first.code <= U'㈩') {
        return done(line, first.code - U'㈠' + 1, GOUJI_ORDINAL_HAN_BRACKET, first.size);
    }
    if (first.code == U'第') return counted(line);
    if (const Ordinal plain = han(line, 0, false); plain.style != GOUJI_ORDINAL_NONE) return plain;
    // One stray letter or mark in front, as scanning and typing leave it: “l六、”.
    if (first.size == 1 && first.code > ' ') return han(line, 1, true);
    return {};
}

std::uint32_t leading_boilerplate(std::string_view line) {
    std::size_t at = 0;
    while (line.substr(at).starts_with("[bookmark:")) {
        const std::size_t close = line.find(']', at);
        if (close == std::string_view::npos) break;
        at = skip_blanks(line, close + 1);
    }
    return static_cast<std::uint32_t>(at);
}

}  // namespace gouji
