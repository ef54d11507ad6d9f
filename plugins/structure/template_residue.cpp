#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "template_residue.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::template_residue;

/// Words of the template that were to be replaced.
class TemplateResidue {
public:
    explicit TemplateResidue(Options options)
        : sentences_(options.words(list::sentences)),
          behind_x_(options.words(list::after_x)),
          units_(options.words(list::units)) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            const std::string_view text = paragraph.text;
            if (sink.cancelled()) return;
            for (auto hit = sentences_.next(text); hit && !sink.cancelled();
                 hit = sentences_.next(text, hit.end())) {
                if (masked(text, hit.at, hit.end())) continue;
                tell(sink, prose.source(paragraph.folded.begin + hit.at, hit.size),
                     text.substr(hit.at, hit.size));
            }
            placeholders(sink, prose, paragraph);
            // XX年, XXX局; “XX级” and names made of letters are no blanks to fill.
            for (std::size_t at = text.find("XX");
                 at != std::string_view::npos && !sink.cancelled(); at = text.find("XX", at)) {
                const std::size_t begin = at;
                while (at < text.size() && text[at] == 'X') ++at;
                const bool alone =
                    begin == 0 || static_cast<unsigned char>(text[begin - 1]) >= 0x80;
                if (!alone || !behind_x_.begin(text.substr(at))) continue;
                tell(sink, prose.source(paragraph.folded.begin + begin, at - begin),
                     text.substr(begin, at - begin));
            }
        }
    }

private:
    /// “公开信息X条”, “公开信息**条”, and a paragraph that says what it should hold.
    void placeholders(Sink sink, const Prose& prose, const structure::Paragraph& paragraph) const {
        const std::string_view text = paragraph.text;
        const auto mark = [&](std::string_view word, std::size_t at) {
            const std::size_t end = at + word.size();
            const bool behind_han = at >= 3 && gouji::is_han(gouji::char_before(text, at).code);
            if (behind_han && units_.begin(text.substr(end)))
                tell(sink, prose.source(paragraph.folded.begin + at, word.size()), word);
        };
        for (std::size_t at = text.find('X'); at != std::string_view::npos;
             at = text.find('X', at + 1))
            mark("X", at);
        // In pairs they are Markdown's, around bold words.
        const std::size_t stars = text.find("**");
        if (stars != std::string_view::npos && text.find("**", stars + 2) == std::string_view::npos)
            mark("**", stars);
        for (const std::string_view demand : {"应当包括", "应包括", "应当包含"}) {
            if (text.starts_with(demand))
                tell(sink, prose.source(paragraph.folded.begin, demand.size()), demand);
        }
    }

    static void tell(Sink sink, Span where, std::string_view words) {
        sink.report(where, message::residue{.words = words});
    }
    /// 138××××1234, “张××”: masked on purpose. 二〇〇四年, 一〇〇件: figures.
    static bool masked(std::string_view text, std::size_t begin, std::size_t end) {
        if (text.substr(begin).starts_with("〇")) {
            static constexpr std::string_view digits = "一二三四五六七八九〇百千";
            const auto figure = [&](const gouji::Char& c, std::size_t at) {
                return c.size == 3 && digits.find(text.substr(at, 3)) != std::string_view::npos;
            };
            const gouji::Char before = gouji::char_before(text, begin);
            return (begin >= 3 && figure(before, begin - 3)) ||
                   (end < text.size() && figure(gouji::char_at(text, end), end));
        }
        if (!text.substr(begin).starts_with("×")) return false;
        const auto digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        while (text.substr(end).starts_with("×")) end += 2;
        return (begin > 0 && digit(begin - 1) && begin > 2 && digit(begin - 3)) || digit(end);
    }

    gouji::Phrases sentences_;
    gouji::Phrases behind_x_;
    gouji::Phrases units_;
};

}  // namespace

GOUJI_RULE(template_residue, TemplateResidue);
