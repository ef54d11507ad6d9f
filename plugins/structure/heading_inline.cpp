#include "heading_inline.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::heading_inline;

/// “（二）…。（三）…”: the next part runs on in the paragraph of the one before.
class HeadingInline {
public:
    explicit HeadingInline(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind == Kind::title || paragraph.kind == Kind::residue) continue;
            // A list inside a sentence or a paragraph is no heading that lost its line end: only
            // the number after that of the paragraph itself is.
            std::uint32_t last = number(paragraph.text, 0).value;
            if (last == 0) continue;
            for (const std::string_view stop : {"。（", "。("}) {
                for (std::size_t at = paragraph.text.find(stop); at != std::string_view::npos;
                     at = paragraph.text.find(stop, at + 1)) {
                    const std::size_t open = at + 3;
                    const Ordinal next = number(paragraph.text, open);
                    if (next.value != last + 1) continue;
                    last = next.value;
                    const Span where = prose.source(paragraph.folded.begin + open, next.size);
                    sink.report(
                        where, message::inline_{.ordinal = paragraph.text.substr(open, next.size)});
                }
            }
        }
    }

private:
    /// “（三）” with its words after it.
    struct Ordinal {
        std::uint32_t value = 0;  ///< 0: there is none
        std::size_t size = 0;     ///< bytes, with the brackets
    };

    static Ordinal number(std::string_view text, std::size_t at) {
        const std::string_view rest = text.substr(at);
        const std::size_t open = rest.starts_with("（") ? 3 : rest.starts_with("(") ? 1 : 0;
        if (open == 0) return {};
        for (std::uint32_t value = 1; value <= most; ++value) {
            const std::string digits = structure::han_number(value);
            const std::string_view after = rest.substr(std::min(rest.size(), open + digits.size()));
            const std::size_t close = after.starts_with("）") ? 3 : after.starts_with(")") ? 1 : 0;
            if (!rest.substr(open).starts_with(digits) || close == 0) continue;
            const std::size_t size = open + digits.size() + close;
            const bool words = size < rest.size() && gouji::is_han(gouji::char_at(rest, size).code);
            return words ? Ordinal{value, size} : Ordinal{};
        }
        return {};
    }

    static constexpr std::uint32_t most = 20;
};

}  // namespace

GOUJI_RULE(heading_inline, HeadingInline);
