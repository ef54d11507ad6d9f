#include "ordinal_style.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::ordinal_style;

/// Ordinals written in no standard way, or the chapters' in another style; one finding a file.
class OrdinalStyle {
public:
    explicit OrdinalStyle(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Odd> odd;
        for (const gouji_chapter& chapter : document.chapters()) {
            const bool chapters =
                structure::known(chapter) && (chapter.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET ||
                                              chapter.ordinal_style == GOUJI_ORDINAL_DIGIT ||
                                              chapter.ordinal_style == GOUJI_ORDINAL_DIGIT_BRACKET);
            const bool parts = chapter.level > 1 && chapter.ordinal_style == GOUJI_ORDINAL_WRONG;
            if (chapters || parts || bracket_and_mark(document, chapter)) {
                odd.push_back(
                    {chapter.ordinal_span, std::string(document.text(chapter.ordinal_span))});
            }
        }
        digits_as_points(document, odd);
        if (odd.empty()) return;
        Finding finding = sink.report(
            odd.front().span, message::style{.count = odd.size(), .found = odd.front().words});
        for (std::size_t i = 1; i < odd.size(); ++i)
            finding.also(odd[i].span, message::here{.found = odd[i].words});
    }

private:
    struct Odd {
        Span span;
        std::string words;
    };

    /// “（一）、”
    static bool bracket_and_mark(Document document, const gouji_chapter& chapter) {
        const std::string_view words = document.text(chapter.ordinal_span);
        return chapter.level > 1 &&
               (words.ends_with("）、") || words.ends_with(")、") || words.ends_with("），"));
    }

    /// “1是…；2是…” for “一是…；二是…”.
    static void digits_as_points(Document document, std::vector<Odd>& odd) {
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            const std::string_view text = paragraph.text;
            for (std::size_t at = text.find("是"); at != std::string_view::npos;
                 at = text.find("是", at + 3)) {
                if (at == 0 || text[at - 1] < '1' || text[at - 1] > '9') continue;
                const gouji::Char before = gouji::char_before(text, at - 1);
                const bool opens = before.size == 0 || before.code == U'：' ||
                                   before.code == U'；' || before.code == U'。' ||
                                   before.code == U'，' || before.code == U';';
                if (!opens) continue;
                odd.push_back({prose.source(paragraph.folded.begin + at - 1, 4),
                               std::string(text.substr(at - 1, 4))});
            }
        }
    }
};

}  // namespace

GOUJI_RULE(ordinal_style, OrdinalStyle);
