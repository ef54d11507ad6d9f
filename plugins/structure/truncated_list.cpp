#include <gouji/phrases.hpp>

#include <algorithm>

#include "outline.hpp"
#include "truncated_list.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::truncated_list;

/// A list that stops after its first point, or a lead-in with nothing after it.
class TruncatedList {
public:
    explicit TruncatedList(Options options) : others_(options.words(list::others)) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::vector<structure::Paragraph>& paragraphs = structure::paragraphs(document);
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            const structure::Paragraph& paragraph = paragraphs[i];
            if (paragraph.kind == Kind::title || paragraph.kind == Kind::heading) continue;
            check_points(document, prose, paragraphs, i, sink);
            check_lead_in(document, prose, paragraphs, i, sink);
        }
    }

private:
    void check_points(Document document, Prose prose,
                      const std::vector<structure::Paragraph>& paragraphs, std::size_t index,
                      Sink sink) const {
        const structure::Paragraph& paragraph = paragraphs[index];
        const std::string_view text = paragraph.text;
        for (std::size_t at = text.find("一是"); at != std::string_view::npos;
             at = text.find("一是", at + 1)) {
            const std::size_t from = announced(text, at);
            if (from == std::string_view::npos) continue;
            const std::size_t next = std::min(text.find("一是", at + 6), text.size());
            if (others_.in(text.substr(at + 6, next - at - 6))) continue;
            if (next == text.size() && goes_on(document, paragraphs, index)) continue;
            const Span where = prose.source(paragraph.folded.begin + from, at + 6 - from);
            sink.report(where, message::points{.words = text.substr(from, at + 6 - from)});
        }
    }

    /// Where “两种形式：” starts, when a number or a colon in front announces a list.
    static std::size_t announced(std::string_view text, std::size_t at) {
        if (!text.substr(0, at).ends_with("：") && !text.substr(0, at).ends_with(":"))
            return std::string_view::npos;
        std::size_t from = at;
        for (std::size_t steps = 0; from > 0 && steps < 9; ++steps) {
            const gouji::Char c = gouji::char_before(text, from);
            if (steps > 0 &&
                (c.code == U'，' || c.code == U'。' || c.code == U'；' || c.code == U'、'))
                break;
            from -= c.size;
            static constexpr std::string_view numbers = "两二三四五六七八九几23456789";
            if (steps > 1 && numbers.find(text.substr(from, c.size)) != std::string_view::npos)
                break;
        }
        return from;
    }

    /// The second point opens one of the next paragraphs of the chapter.
    [[nodiscard]] bool goes_on(Document document,
                               const std::vector<structure::Paragraph>& paragraphs,
                               std::size_t index) const {
        const gouji_chapter* chapter = structure::top_of(document, paragraphs[index].chapter);
        for (std::size_t k = index + 1; k < paragraphs.size() && k <= index + 4; ++k) {
            if (structure::top_of(document, paragraphs[k].chapter) != chapter) return false;
            if (others_.begin(paragraphs[k].text) ||
                paragraphs[k].text.find("二是") != std::string_view::npos)
                return true;
        }
        return false;
    }

    /// “具体情况如下：” as the last words before the next chapter or the end.
    static void check_lead_in(Document document, Prose prose,
                              const std::vector<structure::Paragraph>& paragraphs,
                              std::size_t index, Sink sink) {
        const structure::Paragraph& paragraph = paragraphs[index];
        const std::string_view text = paragraph.text;
        if (!text.ends_with("：") || gouji::length(text) < 6 || paragraph.kind != Kind::paragraph)
            return;
        const gouji_chapter* chapter = structure::top_of(document, paragraph.chapter);
        if (chapter == nullptr) return;
        if (index + 1 < paragraphs.size() &&
            (structure::top_of(document, paragraphs[index + 1].chapter) == chapter ||
             paragraphs[index + 1].chapter == GOUJI_NONE)) {
            return;
        }
        // A form or anything else that is no prose may follow.
        const std::uint32_t end =
            std::max(paragraph.span.end, std::min(chapter->body.end, document.extent().end));
        if (!gouji::trimmed(document.text(Span{paragraph.span.end, end})).empty()) return;
        const std::size_t start = text.size() - std::min<std::size_t>(text.size(), 18);
        sink.report(prose.source(paragraph.folded.begin + start, text.size() - start),
                    message::lead_in{.words = text.substr(start)});
    }

    gouji::Phrases others_;
};

}  // namespace

GOUJI_RULE(truncated_list, TruncatedList);
