#include "heading_inline.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::heading_inline;

/// “。（三）…” in the middle of a paragraph whose like start paragraphs of their own.
class HeadingInline {
public:
    explicit HeadingInline(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind == Kind::title || paragraph.kind == Kind::residue) continue;
            for (const std::string_view stop : {"。（", "；（", "。(", ";（"}) {
                for (std::size_t at = paragraph.text.find(stop); at != std::string_view::npos;
                     at = paragraph.text.find(stop, at + 1)) {
                    const std::size_t open = at + (stop.starts_with(";") ? 1 : 3);
                    const std::size_t size = ordinal(paragraph.text.substr(open));
                    if (size == 0 ||
                        !goes_on(document, paragraph, paragraph.text.substr(open, size)))
                        continue;
                    const Span where = prose.source(paragraph.folded.begin + open, size);
                    sink.report(where,
                                message::inline_{.ordinal = paragraph.text.substr(open, size)});
                }
            }
        }
    }

private:
    /// “（三）” with the words behind it: bytes of the ordinal, 0 when there is none.
    static std::size_t ordinal(std::string_view text) {
        static constexpr std::string_view digits = "一二三四五六七八九十";
        const std::size_t open = text.starts_with("(") ? 1 : 3;
        std::size_t at = open;
        while (at + 3 <= text.size() && digits.find(text.substr(at, 3)) != std::string_view::npos)
            at += 3;
        if (at == open || at > open + 9) return 0;
        const std::string_view close = text.substr(at);
        const std::size_t end = close.starts_with("）")  ? at + 3
                                : close.starts_with(")") ? at + 1
                                                         : 0;
        if (end == 0 || end >= text.size()) return 0;
        return gouji::is_han(gouji::char_at(text, end).code) ? end : 0;
    }
    /// Another part of this kind starts a paragraph in the same chapter.
    static bool goes_on(Document document, const structure::Paragraph& paragraph,
                        std::string_view ordinal) {
        if (ordinal.find("一") != std::string_view::npos && ordinal.size() <= 9) return false;
        const gouji_chapter* chapter = structure::top_of(document, paragraph.chapter);
        for (const gouji_chapter& part : document.chapters()) {
            const bool own = chapter == nullptr || contains(chapter->body, part.heading);
            if (own && part.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET && part.level >= 2)
                return true;
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(heading_inline, HeadingInline);
