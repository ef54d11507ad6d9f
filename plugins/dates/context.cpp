#include "context.hpp"

#include <algorithm>

namespace dates {

std::string packed(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const gouji::Char c = gouji::char_at(words, at);
        if (!gouji::is_blank(c.code) && !gouji::is_line_end(c.code)) {
            gouji::append(out, gouji::half_width(c.code));
        }
        at += c.size;
    }
    return out;
}

Context context(Document document, const gouji_date& date) {
    if (date.sentence >= document.sentences().size()) return {};
    const Span sentence = document.sentences()[date.sentence].span;
    if (!contains(sentence, date.span)) return {};
    // What is further away says nothing about the date, and a text without stops is one sentence.
    constexpr std::uint32_t reach = 900;  // bytes
    const std::uint32_t begin = date.span.begin - std::min(reach, date.span.begin - sentence.begin);
    const std::uint32_t end = date.span.end + std::min(reach, sentence.end - date.span.end);
    return {packed(document.text(Span{begin, date.span.begin})),
            packed(document.text(Span{date.span.end, end}))};
}

std::string_view chapter_kind(Document document, const gouji_sentence& sentence) {
    const auto chapters = document.chapters();
    std::uint32_t index = sentence.chapter;
    while (index < chapters.size() && chapters[index].level > 1) index = chapters[index].parent;
    return index < chapters.size() ? view(chapters[index].kind) : std::string_view();
}

bool same_paragraph(Document document, std::size_t sentence, std::size_t other) {
    const auto sentences = document.sentences();
    return sentence < sentences.size() && other < sentences.size() &&
           sentences[sentence].node == sentences[other].node;
}

}  // namespace dates
