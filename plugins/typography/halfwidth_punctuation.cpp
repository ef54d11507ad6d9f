#include <gouji/grouped.hpp>

#include "halfwidth_punctuation.page.hpp"
#include "repeated_marks.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::halfwidth_punctuation;

/// Half-width , ; : ? ! and . beside a Han character.
class HalfwidthPunctuation {
public:
    explicit HalfwidthPunctuation(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (const std::size_t i : paragraph.marks()) {
                const char16_t wide = full_width_mark(paragraph.at(i));
                if (wide == 0 || paragraph.at(i) == u'｡' || !beside_han(paragraph, i) ||
                    paragraph.in_address(i))
                    continue;
                std::string by;
                append(by, wide);
                places.push_back({paragraph.source(i, i + 1), by});
            }
        });
        report_grouped<message>(document, sink, places, Safety::safe);
    }

private:
    static bool beside_han(const Paragraph& paragraph, std::size_t i) {
        const char16_t before = paragraph.before(i);
        const char16_t after = paragraph.at(i + 1);
        // A full stop belongs to figures and ordinals as well: 1.加强培训.
        if (paragraph.at(i) == u'.') return is_han(before) && (is_han(after) || after == 0);
        // A figure in front of a colon is a time or a ratio: 15:30.
        if (is_digit(before) && is_digit(after)) return false;
        return is_han(before) || is_han(after);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(halfwidth_punctuation, gouji::typography::HalfwidthPunctuation);
