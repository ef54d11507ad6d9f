#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "fullwidth_digit.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::fullwidth_digit;

/// Full-width digits and letters. Folding makes them half-width, so the source is read.
class FullwidthDigit {
public:
    explicit FullwidthDigit(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        const Prose prose = document.prose();
        for (const Node node : prose.nodes()) {
            const Span span = document.span(node);
            const std::string_view text = document.text(span);
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t from = at;
                std::string narrow;
                for (Char c = char_at(text, at); c.size != 0 && half_width(c.code) != c.code;
                     c = char_at(text, at)) {
                    append(narrow, half_width(c.code));
                    at += c.size;
                }
                if (at > from) places.push_back({part(span, from, at - from), narrow});
                at = behind_han(text, at + char_at(text, at).size);
            }
        }
        report_grouped<message>(document, sink, places, Safety::safe);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(fullwidth_digit, gouji::typography::FullwidthDigit);
