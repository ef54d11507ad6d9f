#include <gouji/paragraph.hpp>

#include <array>

#include "word_residue.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::word_residue;

/// Bookmarks, fields and error texts that a word processor leaves when its file becomes text.
class WordResidue {
public:
    explicit WordResidue(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        for (const Residue& residue : residues) {
            for (std::size_t at = seek(text, residue.begins); at != std::string_view::npos;) {
                const std::size_t size = size_of(text.substr(at), residue);
                if (size != 0) {
                    const Span where = part(extent, at, size);
                    sink.report(where, message::left{.found = document.text(where)})
                        .fix(Safety::safe, message::remove{})
                        .replace(where, "");
                }
                at = seek(text, residue.begins, at + std::max(size, residue.begins.size()));
            }
        }
        comment_marks(document, sink, text);
    }

private:
    struct Residue {
        std::string_view begins;
        std::string_view ends;  ///< "" where `begins` is all
    };

    static constexpr std::array<Residue, 16> residues{{{"[bookmark:", "]"},
                                                       {"[批注", "]"},
                                                       {"批注 [", "]"},
                                                       {"[Bookmark:", "]"},
                                                       {"[comment:", "]"},
                                                       {"{HYPERLINK", "}"},
                                                       {"HYPERLINK \"", "\""},
                                                       {"HYPERLINK \\l", "\""},
                                                       {"{PAGE", "}"},
                                                       {"PAGE \\* MERGEFORMAT", ""},
                                                       {"PAGEREF ", "\\h"},
                                                       {"TOC \\o", "\\u"},
                                                       {"错误!未找到引用源", ""},
                                                       {"错误！未找到引用源", ""},
                                                       {"错误!未定义书签", ""},
                                                       {"Error! Reference source not found", ""}}};
    static constexpr std::size_t longest = 300;

    /// “[A1]”, “[A12]”, “[张1]”: what a comment leaves behind the words that it is about.
    static void comment_marks(Document document, Sink sink, std::string_view text) {
        const Span extent = document.extent();
        for (std::size_t at = text.find('['); at != std::string_view::npos;
             at = text.find('[', at + 1)) {
            const Char letter = char_at(text, at + 1);
            if (letter.code < 'A' || letter.code > 'Z') continue;
            std::size_t to = at + 2;
            while (to < text.size() && is_digit(static_cast<unsigned char>(text[to]))) ++to;
            constexpr std::size_t most_digits = 3;
            const bool numbered = to > at + 2 && to - at - 2 <= most_digits;
            const Char before = char_before(text, at);
            const bool after_words = is_han(before.code) || before.code == U'。' ||
                                     before.code == U'，' || is_digit(before.code);
            if (!numbered || to >= text.size() || text[to] != ']' || !after_words) continue;
            const Span where = part(extent, at, to + 1 - at);
            sink.report(where, message::left{.found = document.text(where)})
                .fix(Safety::unsafe, message::remove{})
                .replace(where, "");
        }
    }

    static std::size_t size_of(std::string_view rest, const Residue& residue) {
        if (residue.ends.empty()) return residue.begins.size();
        // The end stands in the same line, or the words mean something else.
        const std::size_t end = rest.find(residue.ends, residue.begins.size());
        const bool near = end < longest && rest.substr(0, end).find('\n') == std::string_view::npos;
        return near ? end + residue.ends.size() : 0;
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(word_residue, gouji::typography::WordResidue);
