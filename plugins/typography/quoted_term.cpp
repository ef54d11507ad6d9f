#include <gouji/grouped.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
        std::vector<Found> found;
        for (const std::string& term : terms_) {
            for (std::size_t at = seek(text, term); at != std::string_view::npos;
                 at = seek(text, term, at + term.size()))
                found.push_back({at, &term});
        }
        std::ranges::stable_sort(found, {}, &Found::at);
        std::vector<Correction> places;
        Quotes quotes(text);
        for (const auto& [at, term] : found) {
            if (!quotes.around(at))
                places.push_back({prose.source(at, term->size()), "“" + *term + "”"});
        }
        std::ranges::sort(places, {}, [](const Correction& c) { return c.where.begin; });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    struct Found {
        std::size_t at = 0;
        const std::string* term = nullptr;
    };

    /// Which quotes of the line are open; reads the text once, from place to place.
    class Quotes {
    public:
        explicit Quotes(std::string_view text) : text_(text) {}

        /// Between “ and ”, or in a title, which quotes by itself. No place is before the last one.
        bool around(std::size_t at) {
            for (; read_ < at; ++read_) {
                if (text_[read_] == '\n') open_.fill(false);
                for (std::size_t i = 0; i < pairs.size(); ++i) {
                    const std::string_view rest = text_.substr(read_, at - read_);
                    if (rest.starts_with(pairs[i].first)) open_[i] = true;
                    if (rest.starts_with(pairs[i].second)) open_[i] = false;
                }
            }
            return std::ranges::find(open_, true) != open_.end() ||
                   (at > 0 && text_[at - 1] == '"');
        }

    private:
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> pairs{
            {{"“", "”"}, {"《", "》"}, {"‘", "’"}}};

        std::string_view text_;
        std::size_t read_ = 0;
        std::array<bool, pairs.size()> open_{};
    };

    std::vector<std::string> terms_;
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(quoted_term, gouji::typography::QuotedTerm);
