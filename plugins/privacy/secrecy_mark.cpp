#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "secrecy_mark.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::secrecy_mark;

/// Marks of secrecy and of internal papers.
class SecrecyMark {
public:
    explicit SecrecyMark(Options options)
        : marks_(options.words(list::marks)), stamps_(options.words(list::stamps)) {}

    void check(Document document, Sink sink) const {
        find(document, sink, marks_, [](auto... place) { return !mentioned(place...); });
        find(document, sink, stamps_, stands_alone);
    }

private:
    template <class Counts>
    static void find(Document document, Sink sink, const std::vector<std::string>& words,
                     const Counts& counts) {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        for (const std::string& word : words) {
            for (std::size_t at = seek(text, word); at != std::string_view::npos;
                 at = seek(text, word, at + 1)) {
                if (!counts(text, at, word.size())) continue;
                const Span where = part(extent, at, word.size());
                sink.report(where, message::mark{.found = document.text(where)});
            }
        }
    }

    /// Few other words on the line: a stamp, not a sentence.
    static bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
        constexpr std::size_t reach = 60;  // bytes
        const std::size_t near = at < reach ? 0 : at - reach;
        const std::size_t line_end = text.substr(near, at - near).rfind('\n');
        if (line_end == std::string_view::npos && near > 0) return false;
        const std::size_t begin = line_end == std::string_view::npos ? 0 : near + line_end + 1;
        const std::size_t end = std::min({text.size(), text.find('\n', at), at + size + reach});
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        constexpr std::size_t longest = 30;  // bytes beside the words
        return line.size() <= size + longest && line.find("。") == std::string_view::npos;
    }

    /// Quoted, the words are spoken of.
    static bool mentioned(std::string_view text, std::size_t at, std::size_t size) {
        const std::string_view before = text.substr(0, at);
        const std::string_view after = text.substr(at + size);
        return (before.ends_with("“") || before.ends_with("‘") || before.ends_with("\"")) &&
               (after.starts_with("”") || after.starts_with("’") || after.starts_with("\""));
    }

    std::vector<std::string> marks_;
    std::vector<std::string> stamps_;
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(secrecy_mark, gouji::privacy::SecrecyMark);
