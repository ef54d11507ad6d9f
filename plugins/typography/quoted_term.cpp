#include <gouji/grouped.hpp>

#include <algorithm>
#include <string>

#include "quoted_term.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::quoted_term;

/// Set terms that are written in quotation marks.
class QuotedTerm {
public:
    explicit QuotedTerm(Options options) : terms_(options.list("terms")) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Correction> places;
        for (const std::string& term : terms_) {
            for (std::size_t at = seek(text, term); at != std::string_view::npos;
                 at = seek(text, term, at + term.size())) {
                if (!inside_quotes(text, at)) {
                    places.push_back({prose.source(at, term.size()), "“" + term + "”"});
                }
            }
        }
        std::ranges::sort(places, {}, [](const Correction& c) { return c.where.begin; });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    /// Between “ and ”, or in a title, which quotes by itself.
    static bool inside_quotes(std::string_view text, std::size_t at) {
        const std::size_t line = text.rfind('\n', at);
        const std::string_view before =
            text.substr(line == std::string_view::npos ? 0 : line,
                        at - (line == std::string_view::npos ? 0 : line));
        const auto open = [&](std::string_view opening, std::string_view closing) {
            const std::size_t opened = before.rfind(opening);
            const std::size_t closed = before.rfind(closing);
            return opened != std::string_view::npos &&
                   (closed == std::string_view::npos || closed < opened);
        };
        return open("“", "”") || open("《", "》") || open("‘", "’") || before.ends_with('"');
    }

    std::vector<std::string> terms_;
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(quoted_term, gouji::typography::QuotedTerm);
