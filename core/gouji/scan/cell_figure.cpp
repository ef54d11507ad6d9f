#include "gouji/scan/cell_figure.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace gouji {
namespace {

constexpr std::array<std::string_view, 30> units = {
    "件", "条", "项", "个", "宗",   "份",   "次",   "起",     "篇",   "人",
    "户", "元", "万", "亿", "万元", "亿元", "万件", "万条",   "人次", "家",
    "%",  "％", "部", "期", "批",   "场",   "张",   "人民币", "千元", "万人次"};

constexpr std::array<std::string_view, 20> placeholders = {
    "/", "／", "\\", "＼", "-", "－",  "--",   "—",  "——", "―",
    "–", "无", "零", "*",  "#", "N/A", "／／", "//", "〇", "○"};

/// Digits and nothing else, as nearly all figures of a form are.
std::optional<std::int64_t> plain_count(std::string_view printed) {
    if (printed.empty() || printed.size() > 9) return std::nullopt;
    std::int64_t count = 0;
    for (const char c : printed) {
        if (c < '0' || c > '9') return std::nullopt;
        count = count * 10 + (c - '0');
    }
    return count;
}

/// The same without a pair of brackets around: （万元）.
std::string_view without_brackets(std::string_view text) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        if (text.size() > open.size() + close.size() && text.starts_with(open) &&
            text.ends_with(close)) {
            return text.substr(open.size(), text.size() - open.size() - close.size());
        }
    }
    return text;
}

}  // namespace

bool may_be_figure(char32_t first) {
    const char32_t half = half_width(first);
    return is_digit(half) || first < 0x30 || first == 0x5C || first == 'N' ||
           (first >= 0x2010 && first <= 0x2015) || first == 0x2212 || first == U'无' ||
           first == U'零' || first == U'〇' || first == U'○' || first == 0xFF0F ||
           first == 0xFF3C || first == 0xFF0D || first == 0xFF0B || first == 0xFFE5 ||
           first == 0xA5;
}

CellFigure read_cell_figure(std::string_view printed) {
    CellFigure out;
    if (const auto count = plain_count(printed)) {
        out.state = GOUJI_FIELD_NUMBER;
        out.value = {*count, 0, 0};
        out.unit = printed.substr(printed.size());
        return out;
    }
    const std::string_view text = trimmed(printed);
    if (text.empty()) return out;
    out.state = GOUJI_FIELD_TEXT;
    const char32_t first = char_at(text, 0).code;
    if (text.size() > 64 || !may_be_figure(first)) return out;
    if (!is_digit(first) &&
        std::find(placeholders.begin(), placeholders.end(), text) != placeholders.end()) {
        out.state = GOUJI_FIELD_PLACEHOLDER;
        return out;
    }
    bool negative = false;
    bool signed_ = false;
    bool point = false;
    int digits = 0;
    int after_separator = -1;  // digits since a thousands separator; -1 before the first
    std::int64_t coefficient = 0;
    std::int32_t exponent = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const Char c = char_at(text, at);
        const char32_t code = half_width(c.code);
        if (is_digit(code)) {
            if (++digits > 18) return out;
            coefficient = coefficient * 10 + static_cast<std::int64_t>(code - '0');
            if (point) --exponent;
            if (after_separator >= 0 && !point) ++after_separator;
        } else if (is_blank(code) || is_line_end(code)) {
            // After a sign or in front of a unit; between digits it parts two numbers.
            if (digits > 0 && is_digit(half_width(char_at(text, at + c.size).code))) return out;
        } else if ((code == '-' || code == '+' || code == 0xFF0D || code == 0xFF0B ||
                    code == 0x2212) &&
                   digits == 0 && !signed_ && !point) {
            signed_ = true;
            negative = code == '-' || code == 0xFF0D || code == 0x2212;
        } else if ((code == '.' || code == 0xFF0E) && digits > 0 && !point) {
            const Char next = char_at(text, at + c.size);
            if (!is_digit(half_width(next.code))) return out;  // “1.” opens a row's name
            if (after_separator >= 0 && after_separator != 3) return out;
            point = true;
        } else if ((code == ',' || code == 0xFF0C) && digits > 0 && !point) {
            if (after_separator >= 0 ? after_separator != 3 : digits > 3) return out;
            after_separator = 0;
        } else if ((code == 0xFFE5 || code == 0xA5) && digits == 0) {
            // ￥ in front says no more than 元 after.
        } else {
            break;
        }
        at += c.size;
    }
    if (digits == 0 || (after_separator >= 0 && after_separator != 3)) return out;
    const std::string_view unit = without_brackets(text.substr(at));
    if (!unit.empty() && std::find(units.begin(), units.end(), unit) == units.end()) return out;
    out.state = GOUJI_FIELD_NUMBER;
    out.value = {negative ? -coefficient : coefficient, exponent, 0};
    out.unit = unit;
    return out;
}

}  // namespace gouji
