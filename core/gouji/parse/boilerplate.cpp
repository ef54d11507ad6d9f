#include "gouji/parse/boilerplate.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "web_page_words.hpp"

namespace gouji {
namespace {

using Words = std::string_view;

template <class Array>
bool contains(const Array& words, Words token) {
    return std::ranges::find(words, token) != std::end(words);
}

bool parts_tokens(char32_t c) {
    return is_blank(c) || c == '|' || c == U'｜' || c == U'【' || c == U'】' || c == '[' ||
           c == ']' || c == U'·' || c == '/' || c == U'〖' || c == U'〗' || c == '<' || c == '>' ||
           c == U'×';
}

bool is_label_mark(char32_t c) { return c == U'：' || c == ':'; }

/// Whether the token is a label of page data, alone or with its value after a colon.
bool is_page_datum(Words token) {
    for (const Words label : web_page_labels) {
        // Most differ in the first character's last byte: worth asking before comparing.
        if (token.size() < label.size() || token[2] != label[2] || !token.starts_with(label))
            continue;
        const Char next = char_at(token, label.size());
        if (next.size == 0 || is_label_mark(next.code)) return true;
    }
    return false;
}

bool is_separator(char32_t c) { return c == '>' || c == U'＞' || c == U'»' || c == U'›'; }

/// A path of short names: “首页 > 政务公开 > 年度报告”. Prose may hold a > of its own, as in
/// “印发<…的通知>”, so a line with the marks of a sentence or of a title is none.
bool is_breadcrumb(Words line) {
    for (const Words mark : {"。", "，", "；", "《", "》"}) {
        if (line.find(mark) != Words::npos) return false;
    }
    bool arrow = false;
    for (std::size_t at = 0; at < line.size() && !arrow;) {
        const Char c = char_at(line, at);
        arrow = is_separator(c.code);
        at += c.size;
    }
    if (!arrow) arrow = line.find("->") != Words::npos || line.find("&gt;") != Words::npos;
    return arrow && (line.find("首页") != Words::npos || line.find("位置") != Words::npos ||
                     line.find("公开") != Words::npos);
}

/// Drawn on both sides of a page's number.
bool is_page_mark(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0xB7 || c == 0x30FB;
}

}  // namespace

bool is_debris(std::string_view line) {
    if (line.starts_with("[bookmark:")) return trimmed(line.substr(line.find(']') + 1)).empty();
    if (line == "&nbsp;" || line == "&nbsp" || line == "<br>" || line == "<br/>") return true;
    return is_page_number(line);
}

bool is_page_number(std::string_view line) {
    constexpr std::size_t longest = 60;
    if (line.size() > longest) return false;
    std::size_t numbers = 0;
    std::size_t marks = 0;  // dashes and dots
    bool words = false;     // 第, 页, 共
    bool slash = false;
    bool in_number = false;
    char32_t first = 0;
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Char c = char_at(line, at);
        const char32_t code = half_width(c.code);
        at += c.size;
        if (is_blank(code)) continue;
        const bool digit = is_digit(code);
        numbers += digit && !in_number ? 1 : 0;
        in_number = digit;
        if (is_page_mark(code)) {
            ++marks;
        } else if (code == U'第' || code == U'页' || code == U'共') {
            words = true;
        } else if (code == '/') {
            slash = true;
        } else if (!digit && code != U'，' && code != ',') {
            return false;
        }
        if (first == 0) first = code;
        last = code;
    }
    if (words) return numbers >= 1 && numbers <= 2 && last == U'页';
    if (slash) return numbers == 2 && marks == 0 && is_digit(first) && is_digit(last);
    // “- 6 -”; “0 -” is two cells of a table.
    return numbers == 1 && is_page_mark(first) && is_page_mark(last);
}

bool is_row_remains(std::string_view line) {
    constexpr std::size_t least = 4;    // cells
    constexpr std::size_t widest = 18;  // bytes of one: six Han
    constexpr std::size_t longest = 400;
    if (line.size() > longest || line.find(' ') == Words::npos) return false;
    std::vector<Words> cells;
    std::size_t figures = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size();) {
        const Char c = char_at(line, at);
        if (c.size == 0 || is_blank(c.code)) {
            const Words cell = line.substr(begin, at - begin);
            if (cell.size() > widest) return false;
            if (!cell.empty()) cells.push_back(cell);
            figures += !cell.empty() && cell.find_first_not_of("0123456789.-") == Words::npos;
            if (c.size == 0) break;
            begin = at + c.size;
        } else if (c.code == U'。' || c.code == U'，' || c.code == U'；' || c.code == U'、') {
            return false;
        }
        at += c.size;
    }
    if (cells.size() < least) return false;
    const bool repeats = std::ranges::any_of(
        cells, [&](Words cell) { return cell.size() >= 6 && std::ranges::count(cells, cell) > 1; });
    return figures >= 3 || repeats;
}

bool is_page_boilerplate(std::string_view line) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    if (is_breadcrumb(line)) return true;
    // Every token is a button, or the value of a datum named before.
    bool datum = false;
    std::size_t tokens = 0;
    std::size_t begin = 0;
    const auto token_fits = [&](Words token) {
        if (token.empty()) return true;
        ++tokens;
        for (Char c = char_before(token, token.size()); is_label_mark(c.code);
             c = char_before(token, token.size())) {
            token.remove_suffix(c.size);
        }
        if (contains(web_page_buttons, token)) return true;
        if (is_page_datum(token)) {
            datum = true;
            return true;
        }
        return datum && token.size() <= 90;
    };
    for (std::size_t at = 0; at < line.size();) {
        const Char c = char_at(line, at);
        if (parts_tokens(c.code)) {
            if (!token_fits(line.substr(begin, at - begin))) return false;
            begin = at + c.size;
        }
        at += c.size;
    }
    if (!token_fits(line.substr(begin))) return false;
    // A lone “大” or “中” is no furniture; nor is a sentence that starts like a datum.
    return tokens != 0 && line.find("。") == Words::npos && (datum || line.size() > 3);
}

bool opens_page_footer(std::string_view line) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    for (const Words start : web_page_footer_starts) {
        if (line.starts_with(start)) return line.find("。") == Words::npos;
    }
    return std::ranges::any_of(web_page_footer_parts,
                               [&](Words part) { return line.find(part) != Words::npos; });
}

}  // namespace gouji
