#include <gouji/grouped.hpp>

#include "invisible_character.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::invisible_character;

/// Zero-width characters, soft hyphens, and no-break spaces inside a line.
class InvisibleCharacter {
public:
    explicit InvisibleCharacter(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const Node node : document.prose().nodes()) {
            const Span span = document.span(node);
            const std::string_view text = document.text(span);
            for (std::size_t at = 0; at < text.size();) {
                const Char c = char_at(text, at);
                const bool space = c.code == 0xA0 && inside_line(text, at, at + c.size);
                if (is_invisible(c.code) || space)
                    places.push_back({part(span, at, c.size), space ? " " : ""});
                at = behind_han(text, at + c.size);
            }
        }
        report_grouped<message>(document, sink, places, Safety::safe);
    }

private:
    static bool is_invisible(char32_t c) {
        return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
    }

    /// Indents and trailing blanks do no harm.
    static bool inside_line(std::string_view text, std::size_t at, std::size_t end) {
        Char before = char_before(text, at);
        while (before.size != 0 && is_blank(before.code))
            before = char_before(text, at -= before.size);
        Char after = char_at(text, end);
        while (after.size != 0 && is_blank(after.code)) after = char_at(text, end += after.size);
        return before.size != 0 && after.size != 0 && !is_line_end(before.code) &&
               !is_line_end(after.code);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(invisible_character, gouji::typography::InvisibleCharacter);
