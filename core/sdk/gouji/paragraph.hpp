// gouji/paragraph.hpp - the paragraphs of the folded prose by characters, with the way back to the document.
#ifndef GOUJI_PARAGRAPH_HPP
#define GOUJI_PARAGRAPH_HPP

#include <gouji/sdk.hpp>
#include <gouji/wide_text.hpp>

#include <cstddef>
#include <string_view>

namespace gouji::sdk {

/// Han characters and the marks that stand among them; what is Latin or a digit is not.
[[nodiscard]] constexpr bool is_han_mark(char16_t c) {
    constexpr std::u16string_view marks = u"，。、；：！？（）《》〈〉“”‘’【】〔〕…—";
    return marks.find(c) != std::u16string_view::npos;
}

class Paragraph {
public:
    Paragraph(const Prose& prose, Span folded, Node node)
        : prose_(prose), begin_(folded.begin), node_(node),
          wide_(prose.text().substr(folded.begin, folded.end - folded.begin)) {}

    [[nodiscard]] Node node() const { return node_; }
    [[nodiscard]] std::size_t size() const { return wide_.size(); }
    /// The character at a place; 0 outside, so that neighbours need no test.
    [[nodiscard]] char16_t at(std::size_t place) const { return wide_.at(place); }
    [[nodiscard]] char16_t before(std::size_t place) const { return place == 0 ? u'\0' : wide_.at(place - 1); }
    [[nodiscard]] std::u16string_view codes() const { return {wide_.codes.data(), wide_.codes.size()}; }

    /// Characters [from, to) in the document.
    [[nodiscard]] Span source(std::size_t from, std::size_t to) const {
        const auto begin = begin_ + wide_.offsets[from];
        return prose_.source({begin, begin_ + wide_.offsets[to]});
    }

    /// Whether a place lies in a web or mail address, whose marks are its own.
    [[nodiscard]] bool in_address(std::size_t place) const {
        const auto part = [](char16_t c) {
            constexpr std::u16string_view marks = u"./:-_?=&%#@~+,;";
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                   (c != 0 && marks.find(c) != std::u16string_view::npos);
        };
        if (!part(at(place))) return false;
        std::size_t from = place;
        while (from > 0 && part(at(from - 1))) --from;
        std::size_t to = place;
        while (part(at(to))) ++to;
        const std::u16string_view word = codes().substr(from, to - from);
        return word.find(u"://") != std::u16string_view::npos || word.find(u"www.") != std::u16string_view::npos ||
               word.find(u'@') != std::u16string_view::npos || word.find(u".cn") != std::u16string_view::npos ||
               word.find(u".com") != std::u16string_view::npos;
    }

private:
    Prose prose_;
    std::uint32_t begin_;
    Node node_;
    WideText wide_;
};

/// Calls each(paragraph) for title, headings, paragraphs and signature in reading order.
template <class Each>
void each_paragraph(const Document& document, Each&& each) {
    const Prose prose = document.prose();
    const auto spans = prose.paragraphs();
    const auto nodes = prose.nodes();
    for (std::size_t i = 0; i < spans.size(); ++i) each(Paragraph(prose, spans[i], nodes[i]));
}

}  // namespace gouji::sdk

#endif  // GOUJI_PARAGRAPH_HPP
