#include "gouji/parse/agency_name.hpp"

#include "gouji/parse/numeral.hpp"
#include <gouji/utf8.hpp>

#include <array>
#include <cstddef>

namespace gouji {
namespace {

constexpr std::array<std::string_view, 50> endings{
    "局",     "委员会", "委",   "办公室", "办事处", "办",     "厅",   "部",   "人民政府", "政府",
    "院",     "中心",   "站",   "所",     "馆",     "镇",     "乡",   "街道", "县",       "区",
    "市",     "省",     "州",   "旗",     "盟",     "公司",   "集团", "学校", "大学",     "学院",
    "中学",   "小学",   "医院", "大队",   "支队",   "总队",   "队",   "社",   "处",       "科",
    "联合会", "协会",   "法院", "检察院", "银行",   "管委会", "组",   "园",   "场",       "基地",
};

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

bool ends_like_agency(std::string_view words) {
    words = trimmed(words);
    for (const std::string_view summary : endings) {
        if (words.ends_with(summary) && words.size() > summary.size()) return true;
    }
    return false;
}

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
