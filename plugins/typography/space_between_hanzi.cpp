#include <gouji/tally.hpp>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// Blanks between Han characters inside a line of a paragraph.
class SpaceBetweenHanzi {
public:
    explicit SpaceBetweenHanzi(Options) {}

    void check(Document document, Report report) const {
        std::vector<Correction> places;
        for (const Node node : document.all(Kind::paragraph)) {
            const Span span = document.span(node);
            const std::string_view text = document.text(span);
            std::vector<Correction> here;
            std::size_t han = 0;
            for (std::size_t at = 0; at < text.size();) {
                const Char c = char_at(text, at);
                han += is_han(c.code) ? 1 : 0;
                std::size_t to = at;
                for (Char b = char_at(text, to); b.size != 0 && is_space(b.code);
                     b = char_at(text, to))
                    to += b.size;
                if (to > at && is_han(char_before(text, at).code) &&
                    is_han(char_at(text, to).code)) {
                    here.push_back({part(span, at, to - at), ""});
                }
                at = to > at ? to : at + c.size;
            }
            // A line that is spread out on purpose: 目 录.
            if (here.size() * 3 < han) places.insert(places.end(), here.begin(), here.end());
        }
        tell(document, report, places, true);
    }

private:
    static bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000; }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(space_between_hanzi, gouji::typography::SpaceBetweenHanzi);
