#include "outline.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace structure {

namespace {

std::vector<Paragraph> gather_paragraphs(const Document& document) {
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

}  // namespace

const std::vector<Paragraph>& paragraphs(Document document) {
    return gouji::sdk::once<gather_paragraphs>(document);
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
    std::map<std::string_view, std::uint32_t> last;  // where each kind begins for the last time
    for (const gouji_chapter& chapter : chapters) {
        if (chapter.level == 1) last[view(chapter.kind)] = chapter.heading.begin;
    }
    const auto bare_twin = [&](const gouji_chapter& entry) {
        return known(entry) && nothing_below(document, entry) &&
               last[view(entry.kind)] > entry.heading.begin;
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
    // piles[n]: the places that end an increasing run of n + 1 places, their values falling.
    std::vector<std::vector<std::size_t>> piles;
    std::vector<std::size_t> before(places.size(), places.size());
    const auto below = [&](const std::vector<std::size_t>& pile, std::uint32_t place) {
        return std::partition_point(pile.begin(), pile.end(),
                                    [&](std::size_t k) { return places[k] >= place; });
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto pile = std::partition_point(
            piles.begin(), piles.end(),
            [&](const std::vector<std::size_t>& each) { return places[each.back()] < places[i]; });
        // Of equally long runs the one that begins first stays in order.
        if (pile != piles.begin()) before[i] = *below(*std::prev(pile), places[i]);
        if (pile == piles.end()) {
            piles.push_back({i});
        } else {
            pile->push_back(i);
        }
    }
    std::vector<bool> out(places.size(), false);
    for (std::size_t i = piles.empty() ? places.size() : piles.back().front(); i < places.size();
         i = before[i])
        out[i] = true;
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

bool well_read(Document document, const gouji_form& form) {
    if (form.state != GOUJI_FORM_FOUND || form.rows * 2 < form.rows_expected) return false;
    std::size_t rows = 0;
    std::size_t whole = 0;
    for (const gouji_label* label : labels_of(document, form)) {
        if (label->role != GOUJI_LABEL_ROLE_ROW || label->match > GOUJI_LABEL_SIMILAR) continue;
        ++rows;
        whole += label->cells == label->cells_expected ? 1 : 0;
    }
    return whole * 2 >= rows;
}

std::vector<const gouji_label*> labels_of(Document document, const gouji_form& form) {
    std::vector<const gouji_label*> out;
    for (const gouji_label& label : document.labels()) {
        if (view(label.form) == view(form.id)) out.push_back(&label);
    }
    return out;
}

std::vector<const gouji_label*> similar_labels(Document document) {
    std::vector<const gouji_label*> out;
    for (const gouji_form& form : document.forms()) {
        if (!well_read(document, form)) continue;
        for (const gouji_label* label : labels_of(document, form)) {
            if (label->match == GOUJI_LABEL_SIMILAR) out.push_back(label);
        }
    }
    return out;
}

const gouji_form* form(Document document, std::string_view id) {
    for (const gouji_form& each : document.forms()) {
        if (view(each.id) == id) return &each;
    }
    return nullptr;
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
