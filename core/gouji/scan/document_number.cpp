#include "gouji/scan/document_number.hpp"

#include <gouji/utf8.hpp>

#include <array>

namespace gouji {
namespace {

bool is_open(char32_t c) {
    return c == U'〔' || c == '[' || c == U'【' || c == U'﹝' || c == U'（' || c == '(' ||
           c == U'〖' || c == U'［';
}
bool is_close(char32_t c) {
    return c == U'〕' || c == ']' || c == U'】' || c == U'﹞' || c == U'）' || c == ')' ||
           c == U'〗' || c == U'］';
}

/// Words that stand in front of an issuer without being part of it.
constexpr std::array<std::string_view, 34> lead_ins{
    "按照", "根据", "依据", "依照", "遵照", "参照", "落实", "执行", "贯彻", "印发", "转发", "下发",
    "发布", "废止", "文件", "通知", "精神", "要求", "规定", "以及", "通过", "的",   "和",   "及",
    "与",   "以",   "由",   "见",   "按",   "据",   "从",   "对",   "在",   "是",
};

constexpr std::size_t longest_issuer = 14;  // characters

/// Last characters of an issuer: what a number without brackets must follow.
bool ends_issuer(char32_t c) {
    switch (c) {
        case U'发':
        case U'函':
        case U'字':
        case U'办':
        case U'令':
        case U'规':
        case U'电':
        case U'通':
        case U'告':
        case U'文':
            return true;
        default:
            return false;
    }
}

Span issuer_before(std::string_view text, Span paragraph, std::uint32_t end) {
    std::uint32_t begin = end;
    for (std::size_t count = 0; begin > paragraph.begin && count < longest_issuer; ++count) {
        const Char c = char_before(text, begin);
        if (!is_han(c.code)) break;
        begin -= c.size;
    }
    const std::string_view words = text.substr(begin, end - begin);
    std::size_t cut = 0;
    for (const std::string_view lead : lead_ins) {
        const std::size_t at = words.rfind(lead);
        // “发布” and “规定” end in characters that issuers end in: only what is followed by more
        // counts.
        if (at != std::string_view::npos && at + lead.size() + 3 <= words.size())
            cut = std::max(cut, at + lead.size());
    }
    return {begin + static_cast<std::uint32_t>(cut), end};
}

struct Digits {
    std::uint32_t value = 0;
    std::uint32_t count = 0;
};

Digits digits_at(std::string_view text, std::uint32_t at, std::uint32_t most) {
    Digits out;
    for (; out.count < most && at + out.count < text.size() &&
           is_digit(static_cast<unsigned char>(text[at + out.count]));
         ++out.count) {
        out.value = out.value * 10 + static_cast<std::uint32_t>(text[at + out.count] - '0');
    }
    return out;
}

bool is_year(std::uint32_t value) { return value >= 1949 && value <= 2099; }

bool take(std::string_view text, std::uint32_t& at, std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += static_cast<std::uint32_t>(word.size());
    return true;
}

/// 国令第711号, 国务院令711号, 第711号令.
DocumentNumber order_number(std::string_view text, Span paragraph, std::uint32_t at) {
    constexpr std::string_view order = "令";
    std::uint32_t head = at;  // in front of 第
    constexpr std::string_view ordinal = "第";
    if (head >= paragraph.begin + ordinal.size() &&
        text.substr(head - ordinal.size()).starts_with(ordinal))
        head -= 3;
    const Digits digits = digits_at(text, at, 5);
    std::uint32_t end = at + digits.count;
    const bool numbered = take(text, end, "号");
    const bool before = head >= paragraph.begin + order.size() &&
                        text.substr(head - order.size()).starts_with(order);
    DocumentNumber out;
    if (before && (numbered || head != at)) {
        out.issuer = issuer_before(text, paragraph, head);
    } else if (numbered && head != at && text.substr(end).starts_with(order)) {
        out.issuer = span_of(end, end + order.size());
        end += static_cast<std::uint32_t>(order.size());
        out.span = {head, end};
    } else {
        return {};
    }
    if (out.span.end == 0) out.span = {out.issuer.begin, end};
    out.number = digits.value;
    out.brackets = {at, at};
    return out;
}

}  // namespace

bool may_open_number(char32_t c) { return is_digit(c) || is_open(c); }

DocumentNumber document_number(std::string_view text, Span paragraph, std::uint32_t at) {
    const Char first = char_at(text, at);
    std::uint32_t cursor = at;
    const bool opened = is_open(first.code);
    if (opened) {
        cursor += first.size;
    } else {
        const Char before = char_before(text, at);
        if (at > paragraph.begin && before.code < 0x80)
            return {};  // inside a longer figure or a word
    }
    const Digits said = digits_at(text, cursor, 4);
    if (said.count != 4 || !is_year(said.value))
        return opened ? DocumentNumber{} : order_number(text, paragraph, at);
    DocumentNumber out;
    out.year = static_cast<std::int32_t>(said.value);
    cursor += said.count;
    if (opened) take(text, cursor, "年");
    const Char close = char_at(text, cursor);
    const bool closed = is_close(close.code);
    if (closed) cursor += close.size;
    const std::uint32_t brackets_end = cursor;
    take(text, cursor, " ");
    take(text, cursor, "第");
    const Digits number = digits_at(text, cursor, 5);
    cursor += number.count;
    const bool numbered = take(text, cursor, "号");
    if (cursor > paragraph.end) return {};
    out.number = number.value;
    // 〔2021〕 is used for nothing else; of the rest only a whole number after an issuer is one.
    const bool proper = first.code == U'〔' || first.code == U'﹝';
    const bool whole = number.count != 0 && numbered;
    if (!proper && !whole)  // mostly a year
        return opened || closed ? DocumentNumber{} : order_number(text, paragraph, at);
    out.issuer = issuer_before(text, paragraph, at);
    const bool issued = !empty(out.issuer) && ends_issuer(char_before(text, at).code);
    if (opened && closed) {
        if (!(proper ? (issued || whole) : whole && !empty(out.issuer))) return {};
    } else if (opened != closed) {
        if (!whole || !issued) return {};
    } else if (!whole || !issued) {  // neither bracket
        return order_number(text, paragraph, at);
    }
    out.span = {out.issuer.begin, cursor};
    out.brackets = {at, opened || closed ? brackets_end : at};
    return out;
}

}  // namespace gouji
