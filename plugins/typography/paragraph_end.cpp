#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "paragraph_end.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::paragraph_end;

/// Paragraphs that end in a pause, or in nothing.
class ParagraphEnd {
public:
    explicit ParagraphEnd(Options options)
        : least_(static_cast<std::size_t>(options.integer("least"))) {}

    void check(Document document, Sink sink) const {
        std::vector<Paragraph> all;
        each_paragraph(document, [&](const Paragraph& paragraph) { all.push_back(paragraph); });
        std::vector<Correction> bare;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Paragraph& paragraph = all[i];
            if (document.kind(paragraph.node()) != Kind::paragraph || paragraph.size() <= least_)
                continue;
            const Paragraph* next = i + 1 < all.size() ? &all[i + 1] : nullptr;
            const char16_t last = paragraph.before(paragraph.size());
            const Span where = paragraph.source(paragraph.size() - 1, paragraph.size());
            if (is_pause(last)) {
                // Items of a list may end in commas; a paragraph in front of an item may not.
                const bool comma = last == u'，' || last == u'、' || last == u',';
                const bool item = next != nullptr && opens_item(next->codes());
                if (next == nullptr || !continues(document, *next) ||
                    (comma && item && !opens_item(paragraph.codes()))) {
                    sink.report(where, message::pause{.mark = document.text(where)});
                }
            } else if (is_word(last) && !before_table(document, paragraph) &&
                       (next == nullptr || !runs_on(document, *next))) {
                bare.push_back({where, {}});
            }
        }
        report_grouped<message>(document, sink, bare);
    }

private:
    static bool is_pause(char16_t c) {
        constexpr std::u16string_view pauses = u"，、；,;";
        return pauses.find(c) != std::u16string_view::npos;
    }

    static bool is_word(char16_t c) { return is_han(c) || is_digit(c) || c == u'%' || c == u'》'; }

    /// The next line is an item of the same list, or the rest of the sentence.
    static bool continues(const Document& document, const Paragraph& next) {
        if (document.kind(next.node()) == Kind::heading) {
            // （一）…；（二）… is a list even where its items look like headings; 二、 opens a
            // chapter.
            return opens_item(next.codes()) && next.at(1) != u'、' && next.at(2) != u'、';
        }
        return document.kind(next.node()) == Kind::paragraph;
    }

    static bool runs_on(const Document& document, const Paragraph& next) {
        // A sentence broken over lines: the next line closes it.
        const char16_t last = next.before(next.size());
        return document.kind(next.node()) == Kind::paragraph && !opens_item(next.codes()) &&
               is_han_mark(last);
    }

    static bool opens_item(std::u16string_view text) {
        constexpr std::u16string_view numerals = u"一二三四五六七八九十0123456789";
        if (text.empty()) return false;
        if (text.front() == u'（' || text.front() == u'(') text.remove_prefix(1);
        std::size_t i = 0;
        while (i < text.size() && numerals.find(text[i]) != std::u16string_view::npos) ++i;
        constexpr std::u16string_view after = u"是、.．）)，";
        return i > 0 && i <= 2 && i < text.size() &&
               after.find(text[i]) != std::u16string_view::npos;
    }

    /// A caption or a lead-in stands directly in front of a table.
    static bool before_table(const Document& document, const Paragraph& paragraph) {
        const std::uint32_t end = document.span(paragraph.node()).end;
        for (const Node table : document.all(Kind::table)) {
            const std::uint32_t begin = document.span(table).begin;
            if (begin >= end && trimmed(document.text({end, begin})).empty()) return true;
        }
        return false;
    }

    std::size_t least_;
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(paragraph_end, gouji::typography::ParagraphEnd);
