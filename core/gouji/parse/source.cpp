#include "gouji/parse/source.hpp"

#include "gouji/parse/boilerplate.hpp"
#include "gouji/parse/chapter_breaks.hpp"
#include "gouji/scan/cell_figure.hpp"
#include "gouji/text/lines.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

bool is_pipe(char32_t code) {
    return code == '|' || code == 0xFF5C || code == 0x2502 || code == 0x2503;
}

LineShape shape(std::string_view text, Span line) {
    LineShape out;
    out.whole = line;
    out.body = span_of(line.end, line.end);
    out.bare = true;
    std::uint32_t tabs = 0;  // since the last word
    bool word = false;
    for (std::uint32_t at = line.begin; at < line.end;) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\t') {
            ++tabs;
            out.bare = false;
            ++at;
            continue;
        }
        if (byte == ' ') {
            ++at;
            continue;
        }
        if (word && tabs == 0) {
            if (const auto han = static_cast<std::uint32_t>(behind_han(text, at)); han != at) {
                at = out.body.end = han;
                continue;
            }
        }
        const Char c = char_at(text, at);
        out.bare = false;
        if (!is_blank(c.code)) {
            if (!word) {
                out.tabs_before = static_cast<std::uint16_t>(tabs);
                out.body.begin = at;
                word = true;
            } else {
                out.tabs_inside = static_cast<std::uint16_t>(out.tabs_inside + tabs);
            }
            tabs = 0;
            out.body.end = at + c.size;
            if (c.code == 0x3002) out.full_stop = true;
            if (is_pipe(c.code)) ++out.pipes;
        }
        at += c.size;
    }
    (word ? out.tabs_after : out.tabs_before) = static_cast<std::uint16_t>(tabs);
    return out;
}

std::uint32_t han_digit(char32_t code) {
    constexpr std::u32string_view digits = U"一二三四五六七八九十";
    const std::size_t found = digits.find(code);
    return found == std::u32string_view::npos ? 0 : static_cast<std::uint32_t>(found + 1);
}

}  // namespace

OrdinalLine ordinal_line(std::string_view line) {
    while (line.starts_with('#')) line.remove_prefix(1);
    line = trimmed(line);
    OrdinalLine out{0, line};
    std::uint32_t ordinal = 0;
    std::size_t at = 0;
    for (Char c = char_at(line, at); c.size != 0; c = char_at(line, at)) {
        const std::uint32_t digit = han_digit(c.code);
        if (digit != 0) {
            ordinal = ordinal == 10 ? 10 + digit : digit;
            at += c.size;
            continue;
        }
        if (is_blank(c.code)) {
            at += c.size;
            continue;
        }
        if (ordinal != 0 &&
            (c.code == 0x3001 || c.code == '.' || c.code == 0xFF0E || c.code == 0xFF0C)) {
            out = {ordinal, trimmed(line.substr(at + c.size))};
        }
        return out;
    }
    return out;
}

Source::Source(std::string_view text, Span extent, const Lexicon& lexicon)
    : text_(text), lexicon_(&lexicon) {
    const std::string_view report = text.substr(0, extent.end);
    lines_.reserve(size(extent) / 12 + 1);
    for (std::uint32_t at = extent.begin; at < extent.end;) {
        const TextLine line = line_at(report, at);
        Span rest = line.span;
        for (const std::uint32_t place : chapter_breaks(report, rest, lexicon.titles())) {
            lines_.push_back(shape(report, {rest.begin, place}));
            rest.begin = place;
        }
        lines_.push_back(shape(report, rest));
        at = line.next;
    }
}

Span Source::trim(Span span) const {
    const std::string_view whole = at(span);
    const std::string_view words = trimmed(whole);
    if (words.empty()) return span_of(span.end, span.end);
    const auto begin = span.begin + static_cast<std::size_t>(words.data() - whole.data());
    return span_of(begin, begin + words.size());
}

std::string_view Source::folded(Span span) {
    fold(at(span), folded_);
    return folded_;
}

CutCell Source::cell(Span span) {
    CutCell out{span, CellKind::empty, {}};
    if (empty(span)) return out;
    const std::string_view words = at(span);
    if (may_be_figure(char_at(words, 0).code)) {
        const std::uint32_t state = read_cell_figure(words).state;
        if (state != GOUJI_FIELD_TEXT) {
            out.kind = state == GOUJI_FIELD_BLANK ? CellKind::empty : CellKind::value;
            return out;
        }
    }
    out.kind = CellKind::text;
    if (words.size() <= longest_name()) {
        out.entries = lexicon_->find(folded(span));
        if (!out.entries.empty()) out.kind = CellKind::label;
    }
    return out;
}

bool Source::chapter_heading(Span span) {
    const OrdinalLine line = ordinal_line(at(span));
    if (line.ordinal == 0 || line.title.size() > 120) return false;
    fold(line.title, folded_);
    return lexicon_->chapter(folded_) != 0;
}

bool Source::page_number(Span span) const { return is_page_number(at(span)); }

std::size_t Source::next_filled(std::size_t line) const {
    while (line < lines_.size() && lines_[line].blank()) ++line;
    return line;
}

}  // namespace gouji
