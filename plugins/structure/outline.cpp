#include "outline.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <array>

namespace structure {

std::vector<Paragraph> paragraphs(Document document) {
    const Prose prose = document.prose();
    const auto spans = prose.paragraphs();
    const auto nodes = prose.nodes();
    const std::string_view text = prose.text();
    std::vector<Paragraph> out;
    out.reserve(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Span folded = spans[i];
        const Span span = document.span(nodes[i]);
        out.push_back({text.substr(folded.begin, folded.end - folded.begin), folded, span,
                       document.kind(nodes[i]), document.chapter_at(span.begin)});
    }
    return out;
}

const gouji_chapter* top_of(Document document, std::uint32_t index) {
    const auto chapters = document.chapters();
    while (index < chapters.size() && chapters[index].level > 1) index = chapters[index].parent;
    return index < chapters.size() ? &chapters[index] : nullptr;
}

const gouji_chapter* chapter(Document document, std::string_view kind) {
    for (const gouji_expected_chapter& expected : document.expected_chapters()) {
        if (view(expected.kind) == kind && expected.found != GOUJI_NONE) {
            return &document.chapters()[expected.found];
        }
    }
    return nullptr;
}

bool known(const gouji_chapter& chapter) {
    return chapter.level == 1 && chapter.kind.size > 0 && chapter.match <= GOUJI_TITLE_SIMILAR;
}

bool nothing_below(Document document, const gouji_chapter& chapter) {
    if (chapter.run_in != 0) return false;
    // The marks of Markdown in front of the next heading are no words.
    for (const char c : gouji::trimmed(document.text(chapter.body))) {
        if (c != '#' && c != '*' && c != '-' && c != ' ' && c != '\n' && c != '\r') return false;
    }
    return true;
}

namespace {

/// Which chapters are lines of a table of contents.
std::vector<bool> contents_entries(const Document& document) {
    const auto chapters = document.chapters();
    const auto bare_twin = [&](const gouji_chapter& entry) {
        if (!known(entry) || !nothing_below(document, entry)) return false;
        return std::any_of(chapters.begin(), chapters.end(), [&](const gouji_chapter& later) {
            return later.level == 1 && later.heading.begin > entry.heading.begin &&
                   view(later.kind) == view(entry.kind);
        });
    };
    std::vector<bool> out(chapters.size());
    for (std::size_t begin = 0; begin < chapters.size();) {
        std::size_t end = begin;
        while (end < chapters.size() && bare_twin(chapters[end])) ++end;
        // One bare title is a slip; three in a row are a table of contents.
        if (end - begin >= 3)
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(begin), end - begin, true);
        begin = end + 1;
    }
    return out;
}

}  // namespace

bool contents_entry(Document document, const gouji_chapter& chapter) {
    const auto index = static_cast<std::size_t>(&chapter - document.chapters().data());
    return once<contents_entries>(document)[index];
}

std::vector<bool> in_order(std::span<const std::uint32_t> places) {
    const std::size_t count = places.size();
    std::vector<std::size_t> length(count, 1);
    std::vector<std::size_t> before(count, count);
    std::size_t best = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (places[k] < places[i] && length[k] + 1 > length[i]) {
                length[i] = length[k] + 1;
                before[i] = k;
            }
        }
        if (length[i] > length[best]) best = i;
    }
    std::vector<bool> out(count, false);
    for (std::size_t i = best; i < count; i = before[i]) out[i] = true;
    return out;
}

std::string packed(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const gouji::Char c = gouji::char_at(words, at);
        if (!gouji::is_blank(c.code) && !gouji::is_line_end(c.code))
            out.append(words.substr(at, c.size));
        at += c.size;
    }
    return out;
}

std::string letters(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const gouji::Char c = gouji::char_at(words, at);
        const char32_t code = gouji::half_width(c.code);
        const bool letter = gouji::is_han(code) || gouji::is_digit(code) ||
                            (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
        if (letter) gouji::append(out, code);
        at += c.size;
    }
    return out;
}

std::string han_number(std::uint32_t number) {
    static constexpr std::array<std::string_view, 10> digits{"",   "一", "二", "三", "四",
                                                             "五", "六", "七", "八", "九"};
    if (number == 0 || number > 99) return std::to_string(number);
    std::string out;
    if (number >= 20) out += digits[number / 10];
    if (number >= 10) out += "十";
    out += digits[number % 10];
    return out;
}

Span end_of_report(Document document) {
    const Span extent = document.extent();
    const std::string_view words = gouji::trimmed(document.text(extent));
    if (words.empty()) return {extent.begin, extent.begin};
    const auto end =
        static_cast<std::uint32_t>(words.data() + words.size() - document.text().data());
    return {end, end};
}

}  // namespace structure
