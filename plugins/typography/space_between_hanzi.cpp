#include <gouji/grouped.hpp>

#include "space_between_hanzi.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::space_between_hanzi;

/// Blanks between Han characters inside a line of a paragraph.
class SpaceBetweenHanzi {
public:
    explicit SpaceBetweenHanzi(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const Node node : document.all(Kind::paragraph)) {
            const Span span = document.span(node);
            const std::string_view text = document.text(span);
            if (!running(text)) continue;
            std::vector<Correction> here;
            std::size_t quoted = 0;  // depth of 《》 and “”: names and slogans are as they are
            std::size_t scanned = 0;
            for (std::size_t at = behind_han(text, 0); at < text.size();
                 at = behind_han(text, at)) {
                std::size_t to = at;
                for (Char b = char_at(text, to); b.size != 0 && is_space(b.code);
                     b = char_at(text, to))
                    to += b.size;
                for (; scanned < at; scanned += char_at(text, scanned).size)
                    quoted = depth(quoted, char_at(text, scanned).code);
                if (to > at && quoted == 0 && is_han(char_before(text, at).code) &&
                    is_han(char_at(text, to).code)) {
                    here.push_back({part(span, at, to - at), ""});
                }
                at = to > at ? to : at + char_at(text, at).size;
            }
            // A line that is spread out on purpose: 目 录.
            if (!here.empty() && here.size() * 3 < count_han(text))
                places.insert(places.end(), here.begin(), here.end());
        }
        report_grouped<message>(document, sink, places, Safety::safe);
    }

private:
    /// Sentences. Slogans, signatures and what a page has around its text end without a stop.
    static bool running(std::string_view text) {
        for (const std::string_view mark : {"。", "；", "，"}) {
            if (seek(text, mark) != std::string_view::npos) return true;
        }
        return false;
    }
    static std::size_t depth(std::size_t now, char32_t c) {
        if (c == U'《' || c == U'“') return now + 1;
        if ((c == U'》' || c == U'”') && now > 0) return now - 1;
        return now;
    }
    static std::size_t count_han(std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size();) {
            const Char c = char_at(text, at);
            count += is_han(c.code) ? 1 : 0;
            at += c.size;
        }
        return count;
    }
    static bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000; }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(space_between_hanzi, gouji::typography::SpaceBetweenHanzi);
