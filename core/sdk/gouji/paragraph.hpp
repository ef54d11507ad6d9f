// gouji/paragraph.hpp - the paragraphs of the folded prose by characters, with the way back to the
// document.
#ifndef GOUJI_PARAGRAPH_HPP
#define GOUJI_PARAGRAPH_HPP

#include <gouji/once.hpp>
#include <gouji/sdk.hpp>
#include <gouji/wide_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gouji::sdk {

/// The folded prose by characters, and its paragraphs in them.
struct WideProse {
    struct Part {
        Span characters;
        Span marks;
    };

    WideText wide;
    std::vector<Part> paragraphs;
    /// The places of what is no Han character, counted from their paragraph's begin: one character
    /// in five, and all that rules of punctuation look for.
    std::vector<std::uint32_t> marks;
};

[[nodiscard]] inline WideProse wide_prose(const Document& document) {
    const Prose prose = document.prose();
    WideProse out{WideText(prose.text()), {}, {}};
    const auto& codes = out.wide.codes;
    const auto& offsets = out.wide.offsets;
    auto& marks = out.marks;
    // One character in five is a mark: room for more, so that it need not be made.
    marks.reserve(codes.size() / 3);
    auto at = offsets.begin();
    const auto next = [&](std::uint32_t offset) {
        at = std::lower_bound(at, offsets.end() - 1, offset);
        return static_cast<std::uint32_t>(at - offsets.begin());
    };
    for (const Span paragraph : prose.paragraphs()) {
        const Span characters{next(paragraph.begin), next(paragraph.end)};
        const auto first = static_cast<std::uint32_t>(marks.size());
        for (std::uint32_t i = characters.begin; i < characters.end; ++i) {
            if (codes[i] < 0x4E00 || codes[i] > 0x9FFF) marks.push_back(i - characters.begin);
        }
        out.paragraphs.push_back({characters, {first, static_cast<std::uint32_t>(marks.size())}});
    }
    return out;
}

/// Han characters and the marks that stand among them; what is Latin or a digit is not.
[[nodiscard]] constexpr bool is_han_mark(char16_t c) {
    constexpr std::u16string_view marks = u"，。、；：！？（）《》〈〉“”‘’【】〔〕…—";
    return !(c >= 0x4E00 && c <= 0x9FFF) && marks.find(c) != std::u16string_view::npos;
}

class Paragraph {
public:
    /// A part of `whole`, which outlives the paragraph.
    Paragraph(const Prose& prose, const WideProse& whole, const WideProse::Part& part, Node node)
        : prose_(prose),
          node_(node),
          codes_(whole.wide.codes.data() + part.characters.begin,
                 part.characters.end - part.characters.begin),
          offsets_(whole.wide.offsets.data() + part.characters.begin),
          marks_(whole.marks.data() + part.marks.begin, part.marks.end - part.marks.begin) {}

    [[nodiscard]] Node node() const { return node_; }
    [[nodiscard]] std::size_t size() const { return codes_.size(); }
    /// The character at a place; 0 outside, so that neighbours need no test.
    [[nodiscard]] char16_t at(std::size_t place) const {
        return place < codes_.size() ? codes_[place] : u'\0';
    }
    [[nodiscard]] char16_t before(std::size_t place) const {
        return place == 0 ? u'\0' : at(place - 1);
    }
    [[nodiscard]] std::u16string_view codes() const { return codes_; }
    /// Where marks, figures, letters and blanks stand: all but Han characters (U+4E00 to U+9FFF).
    [[nodiscard]] std::span<const std::uint32_t> marks() const { return marks_; }

    /// Characters [from, to) in the document.
    [[nodiscard]] Span source(std::size_t from, std::size_t to) const {
        return prose_.source({offsets_[from], offsets_[to]});
    }

    /// Whether a place lies in a web or mail address, whose marks are its own.
    [[nodiscard]] bool in_address(std::size_t place) const {
        const auto part = [](char16_t c) {
            constexpr std::u16string_view marks = u"./:-_?=&%#@~+,;";
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') ||
                   (c >= u'A' && c <= u'Z') ||
                   (c != 0 && marks.find(c) != std::u16string_view::npos);
        };
        if (!part(at(place))) return false;
        constexpr std::size_t reach = 500;  // characters of an address to either side
        std::size_t from = place;
        while (from > 0 && place - from < reach && part(at(from - 1))) --from;
        std::size_t to = place;
        while (to - place < reach && part(at(to))) ++to;
        const std::u16string_view word = codes().substr(from, to - from);
        return word.find(u"://") != std::u16string_view::npos ||
               word.find(u"www.") != std::u16string_view::npos ||
               word.find(u'@') != std::u16string_view::npos ||
               word.find(u".cn") != std::u16string_view::npos ||
               word.find(u".com") != std::u16string_view::npos;
    }

private:
    Prose prose_;
    Node node_;
    std::u16string_view codes_;
    const std::uint32_t* offsets_;  ///< in the folded prose; one more than codes_
    std::span<const std::uint32_t> marks_;
};

/// Calls each(paragraph) for title, headings, paragraphs and signature in reading order.
template <class Each>
void each_paragraph(const Document& document, Each&& each) {
    const Prose prose = document.prose();
    const auto nodes = prose.nodes();
    const WideProse& whole = once<wide_prose>(document);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        each(Paragraph(prose, whole, whole.paragraphs[i], nodes[i]));
}

}  // namespace gouji::sdk

#endif  // GOUJI_PARAGRAPH_HPP
