#include <gouji/grouped.hpp>

#include "manual_indent.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::manual_indent;

/// Lines pushed to the right with blanks.
class ManualIndent {
public:
    explicit ManualIndent(Options options)
        : least_(static_cast<std::size_t>(options.integer("least"))) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        const std::string_view text = document.text();
        for (const Node node : document.prose().nodes()) {
            // Converters write centred titles and signatures set to the right with blanks.
            const Kind kind = document.kind(node);
            if (kind == Kind::title || kind == Kind::signature) continue;
            const Span span = document.span(node);
            // The node begins after the indent.
            std::uint32_t from = span.begin;
            std::size_t blanks = 0;
            for (Char c = char_before(text, from); is_indent(c.code); c = char_before(text, from)) {
                blanks += c.code == 0x3000 ? 2 : 1;
                from -= c.size;
            }
            std::uint32_t to = span.begin;
            for (Char c = char_at(text, to); is_indent(c.code); c = char_at(text, to)) {
                blanks += c.code == 0x3000 ? 2 : 1;
                to += c.size;
            }
            const Char before = char_before(text, from);
            const bool opens_line = before.size == 0 || is_line_end(before.code);
            // Two full-width blanks are the normal indent of a paragraph.
            const bool normal = text.substr(from, to - from) == "\u3000\u3000";
            if (opens_line && blanks >= least_ && !normal) places.push_back({{from, to}, ""});
        }
        report_grouped<message>(document, sink, places);
    }

private:
    static bool is_indent(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000; }

    std::size_t least_;
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(manual_indent, gouji::typography::ManualIndent);
