#include <algorithm>

#include "heading_gap.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::heading_gap;

/// Ordinals of one level that skip or repeat a number.
class HeadingGap {
public:
    explicit HeadingGap(Options) {}

    void check(Document document, Sink sink) const {
        const auto chapters = document.chapters();
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const gouji_chapter& part = chapters[i];
            if (part.level < 2 || !numbered(part)) continue;
            const gouji_chapter* before = sibling_before(chapters, i);
            const std::uint32_t wanted = before == nullptr ? 1 : before->ordinal + 1;
            if (part.ordinal == wanted || (before != nullptr && part.ordinal == 1)) continue;
            if (before == nullptr && !has_sibling_behind(chapters, i)) continue;
            if (stands_inside(document, part, before, wanted)) continue;
            const bool again = before != nullptr && part.ordinal <= before->ordinal;
            Finding finding =
                again ? sink.report(part.ordinal_span,
                                    message::again{.found = document.text(part.ordinal_span),
                                                   .wanted = written(part, wanted)})
                      : sink.report(part.ordinal_span,
                                    message::gap{.found = document.text(part.ordinal_span),
                                                 .wanted = written(part, wanted)});
            if (before != nullptr) {
                finding.also(before->ordinal_span,
                             message::before{.before = document.text(before->ordinal_span)});
            }
        }
    }

private:
    static bool numbered(const gouji_chapter& part) {
        return part.ordinal != 0 && (part.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET ||
                                     part.ordinal_style == GOUJI_ORDINAL_DIGIT ||
                                     part.ordinal_style == GOUJI_ORDINAL_DIGIT_BRACKET);
    }
    static bool siblings(const gouji_chapter& a, const gouji_chapter& b) {
        // A heading numbered in a wrong style is there all the same.
        const bool counts = (a.ordinal_style == b.ordinal_style && numbered(a)) ||
                            (a.ordinal_style == GOUJI_ORDINAL_WRONG && a.ordinal != 0);
        return a.level == b.level && a.parent == b.parent && counts;
    }
    static const gouji_chapter* sibling_before(std::span<const gouji_chapter> chapters,
                                               std::size_t i) {
        for (std::size_t k = i; k-- > 0;) {
            if (siblings(chapters[k], chapters[i])) return &chapters[k];
            if (chapters[k].level < chapters[i].level) return nullptr;
        }
        return nullptr;
    }
    static bool has_sibling_behind(std::span<const gouji_chapter> chapters, std::size_t i) {
        for (std::size_t k = i + 1; k < chapters.size() && chapters[k].level >= chapters[i].level;
             ++k) {
            if (siblings(chapters[k], chapters[i])) return true;
        }
        return false;
    }
    static std::string written(const gouji_chapter& part, std::uint32_t number) {
        if (part.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET)
            return "（" + structure::han_number(number) + "）";
        if (part.ordinal_style == GOUJI_ORDINAL_DIGIT_BRACKET)
            return "（" + std::to_string(number) + "）";
        return std::to_string(number) + ".";
    }
    /// The number that seems to be missing stands in the middle of a paragraph before.
    static bool stands_inside(Document document, const gouji_chapter& part,
                              const gouji_chapter* before, std::uint32_t wanted) {
        const auto chapters = document.chapters();
        const Span body = before != nullptr ? before->body
                          : part.parent != GOUJI_NONE
                              ? chapters[part.parent].body
                              : Span{document.extent().begin, part.heading.begin};
        const Span until{body.begin, std::max(body.begin, std::min(body.end, part.heading.begin))};
        const std::string text = structure::packed(document.text(until));
        const std::string number = part.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET
                                       ? structure::han_number(wanted)
                                       : std::to_string(wanted);
        for (const std::string& form :
             {"（" + number + "）", "(" + number + ")", "（" + number + ")", "(" + number + "）",
              number + ".", number + "、", number + "．"}) {
            if (text.find(form) != std::string::npos) return true;
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(heading_gap, HeadingGap);
