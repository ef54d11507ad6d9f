#include <algorithm>
#include <array>
#include <optional>

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
        const std::vector<Series> all = series(chapters);
        std::array<std::uint32_t, styles> last{};  // ordinal that the series before ended with
        for (const Series& one : all) {
            check(document, one, last[one.style], sink);
            last[one.style] = chapters[one.members.back()].ordinal;
        }
        repeated_chapters(document, sink);
    }

private:
    static constexpr std::size_t styles = GOUJI_ORDINAL_WRONG + 1;

    /// Headings below one parent whose ordinals are written alike, in reading order.
    struct Series {
        std::uint32_t parent;
        std::uint32_t level;
        std::uint32_t style;
        std::vector<std::size_t> members;
    };

    static bool numbered(const gouji_chapter& part) {
        return part.ordinal != 0 && (part.ordinal_style == GOUJI_ORDINAL_HAN_BRACKET ||
                                     part.ordinal_style == GOUJI_ORDINAL_DIGIT ||
                                     part.ordinal_style == GOUJI_ORDINAL_DIGIT_BRACKET);
    }

    static std::vector<Series> series(std::span<const gouji_chapter> chapters) {
        std::vector<Series> out;
        // By the parent's index, 0 for none: the series of each style that is still growing.
        std::vector<std::array<std::optional<std::size_t>, styles>> open(chapters.size() + 1);
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const gouji_chapter& part = chapters[i];
            if (part.level < 2) continue;
            auto& under = open[part.parent == GOUJI_NONE ? 0 : part.parent + 1];
            // A heading numbered in a wrong style counts in every series beside it.
            if (part.ordinal_style == GOUJI_ORDINAL_WRONG && part.ordinal != 0) {
                for (const auto& each : under) {
                    if (each && out[*each].level == part.level) out[*each].members.push_back(i);
                }
            } else if (numbered(part)) {
                auto& mine = under[part.ordinal_style];
                if (!mine || out[*mine].level != part.level) {
                    mine = out.size();
                    out.push_back({part.parent, part.level, part.ordinal_style, {}});
                }
                out[*mine].members.push_back(i);
            }
        }
        return out;
    }

    static void check(Document document, const Series& one, std::uint32_t last, Sink sink) {
        const auto chapters = document.chapters();
        std::uint32_t wanted = 1;
        for (std::size_t k = 0; k < one.members.size(); ++k) {
            const gouji_chapter& part = chapters[one.members[k]];
            const gouji_chapter* before = k == 0 ? nullptr : &chapters[one.members[k - 1]];
            const bool right = part.ordinal == wanted || (k > 0 && part.ordinal == 1);
            // Numbered on through all chapters, or a text that begins in the middle.
            const bool goes_on = k == 0 && (part.ordinal == last + 1 || one.members.front() == 0 ||
                                            one.members.size() == 1);
            if (right || goes_on || part.ordinal_style == GOUJI_ORDINAL_WRONG ||
                stands_inside(document, part, before, wanted)) {
                wanted = part.ordinal + 1;
                continue;
            }
            report(document, part, before, wanted, sink);
            // A number that is used twice moves those after it.
            wanted = before != nullptr && part.ordinal <= before->ordinal ? wanted + 1
                                                                          : part.ordinal + 1;
        }
    }

    static void report(Document document, const gouji_chapter& part, const gouji_chapter* before,
                       std::uint32_t wanted, Sink sink) {
        const std::string_view found = document.text(part.ordinal_span);
        const bool again = before != nullptr && part.ordinal <= before->ordinal;
        const std::string should = written(part, wanted);
        Finding finding =
            again ? sink.report(part.ordinal_span, message::again{.found = found, .wanted = should})
                  : sink.report(part.ordinal_span, message::gap{.found = found, .wanted = should});
        if (before != nullptr) {
            finding.also(before->ordinal_span,
                         message::before{.before = document.text(before->ordinal_span)});
        }
    }

    /// “三、” a second time, before a title that no form has. Titles of the form are
    /// structure/ordinal-wrong's.
    static void repeated_chapters(Document document, Sink sink) {
        const gouji_chapter* before = nullptr;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level != 1 || chapter.ordinal_style != GOUJI_ORDINAL_HAN) continue;
            if (before != nullptr && chapter.match == GOUJI_TITLE_OTHER &&
                chapter.ordinal == before->ordinal && structure::known(*before)) {
                const std::string wanted = structure::han_number(chapter.ordinal + 1) + "、";
                sink.report(chapter.ordinal_span,
                            message::again{.found = document.text(chapter.ordinal_span),
                                           .wanted = wanted})
                    .also(before->ordinal_span,
                          message::before{.before = document.text(before->heading)});
            }
            before = &chapter;
        }
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
