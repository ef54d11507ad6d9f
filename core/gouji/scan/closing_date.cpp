#include "gouji/scan/closing_date.hpp"

#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

#include <cstddef>

namespace gouji {
namespace {

std::size_t skip_blanks(std::string_view words, std::size_t at) {
    for (Char c = char_at(words, at); c.size != 0 && is_blank(c.code); c = char_at(words, at)) {
        at += c.size;
    }
    return at;
}

/// One field of a date: `least` to `most` digits of either width, or a Chinese numeral.
std::size_t field(std::string_view words, std::size_t at, std::size_t least, std::size_t most) {
    at = skip_blanks(words, at);
    std::size_t digits = 0;
    std::size_t end = at;
    for (Char c = char_at(words, end); is_digit(half_width(c.code)); c = char_at(words, end)) {
        end += c.size;
        ++digits;
    }
    if (digits != 0) return digits >= least && digits <= most ? skip_blanks(words, end) : 0;
    const HanNumeral numeral = han_numeral(words, at);
    const std::size_t characters = numeral.size / 3;
    return characters >= (least == 4 ? 4 : 1) && characters <= 4
               ? skip_blanks(words, at + numeral.size)
               : 0;
}

std::size_t mark(std::string_view words, std::size_t at, std::string_view a, std::string_view b) {
    if (words.substr(at).starts_with(a)) return at + a.size();
    if (words.substr(at).starts_with(b)) return at + b.size();
    return 0;
}

/// Bytes of the date that starts at `at`; 0 when none does.
std::size_t date_end(std::string_view words, std::size_t at) {
    const std::size_t year = field(words, at, 4, 4);
    if (year == 0) return 0;
    if (const std::size_t nian = mark(words, year, "年", "年"); nian != 0) {
        const std::size_t month = field(words, nian, 1, 2);
        if (month == 0) return 0;
        const std::size_t yue = mark(words, month, "月", "月");
        if (yue == 0) return 0;
        const std::size_t day = field(words, yue, 1, 2);
        if (day == 0) return yue;
        const std::size_t end = mark(words, day, "日", "号");
        return end == 0 ? yue : end;
    }
    for (const std::string_view separator : {"-", ".", "/"}) {
        const std::size_t first = mark(words, year, separator, separator);
        if (first == 0) continue;
        const std::size_t month = field(words, first, 1, 2);
        const std::size_t second = month == 0 ? 0 : mark(words, month, separator, separator);
        return second == 0 ? 0 : field(words, second, 1, 2);
    }
    return 0;
}

}  // namespace

bool is_date_alone(std::string_view words) {
    words = trimmed(words);
    for (const std::string_view label : {"日期：", "日期:"}) {
        if (words.starts_with(label)) words.remove_prefix(label.size());
    }
    const Char first = char_at(words, 0);
    if (first.code == U'（' || first.code == '(') words.remove_prefix(first.size);
    const Char last = char_before(words, words.size());
    if (last.code == U'）' || last.code == ')') words.remove_suffix(last.size);
    const std::size_t end = date_end(words, 0);
    return end != 0 && trimmed(words.substr(end)).empty();
}

std::string_view before_closing_date(std::string_view words) {
    const std::size_t nian = words.rfind("年");
    if (nian == std::string_view::npos) return {};
    // The year's four characters stand in front, blanks perhaps between.
    std::size_t begin = nian;
    for (std::size_t count = 0; count < 4 && begin != 0;) {
        const Char c = char_before(words, begin);
        begin -= c.size;
        if (!is_blank(c.code)) ++count;
    }
    const std::size_t end = date_end(words, begin);
    if (end == 0 || !trimmed(words.substr(end)).empty()) return {};
    return trimmed(words.substr(0, begin));
}

}  // namespace gouji
