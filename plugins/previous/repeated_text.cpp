#include <gouji/sdk.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "paragraphs.hpp"
#include "repeated_text.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::previous;
using namespace gouji::page::repeated_text;
using namespace std::string_view_literals;

/// A paragraph of last year's report that was handed in again: with last year's date, or with all
/// of last year's figures.
class RepeatedText {
public:
    explicit RepeatedText(Options) {}

    void check(Document document, Sink sink) const {
        const auto before = document.previous();
        const int year = document.facts().year;
        if (!before || year == 0) return;
        std::unordered_map<std::string, Span> known;
        each_paragraph(*before, [&](Span paragraph) {
            const std::string_view words = before->prose().text(paragraph);
            if (words.size() >= shortest) known.emplace(without_year(words, year - 1), paragraph);
        });
        each_paragraph(document, [&](Span paragraph) {
            const std::string_view words = document.prose().text(paragraph);
            if (words.size() < shortest) return;
            // Word for word, with last year's date: this year's text does not name its own year.
            if (const auto date = own_date(words, year - 1);
                date && words.find(std::to_string(year)) == std::string_view::npos) {
                if (const auto same = known.find(without_year(words, year - 1));
                    same != known.end()) {
                    const Span where = document.prose().source(paragraph.begin + *date, 4 + 3);
                    sink.report(where, message::dated{.year = year - 1})
                        .also_previous(source(*before, same->second),
                                       message::there{.year = year - 1});
                }
                return;
            }
            const auto same = known.find(without_year(words, year));
            if (same == known.end() || figures(document, source(document, paragraph)) < enough)
                return;
            sink.report(source(document, paragraph), message::figures{.year = year - 1})
                .also_previous(source(*before, same->second), message::there{.year = year - 1});
        });
    }

private:
    static constexpr std::size_t shortest = 75;  // bytes: 25 characters
    static constexpr std::size_t enough = 3;     // figures that do not stay by chance

    /// The paragraph's words without its line end.
    static Span source(const Document& document, Span paragraph) {
        const std::string_view words = document.prose().text(paragraph);
        const std::size_t size = words.ends_with('\n') ? words.size() - 1 : words.size();
        return document.prose().source(paragraph.begin, size);
    }

    /// Where the paragraph says “2022年，我局…”, as one speaks of the year that one reports on.
    static std::optional<std::size_t> own_date(std::string_view words, int year) {
        const std::string said = std::to_string(year) + "年";
        for (std::size_t at = words.find(said); at != std::string_view::npos;
             at = words.find(said, at + said.size())) {
            const bool opens = at == 0 || words.substr(0, at).ends_with("。"sv) ||
                               words.substr(0, at).ends_with("；"sv);
            std::string_view rest = words.substr(at + said.size());
            if (rest.starts_with("度"sv)) rest.remove_prefix("度"sv.size());
            const std::string_view next[] = {"，"sv, "我"sv, "全"sv, "共"sv, "本"sv};
            if (opens && std::any_of(std::begin(next), std::end(next),
                                     [&](std::string_view one) { return rest.starts_with(one); }))
                return at;
        }
        return std::nullopt;
    }

    /// How many figures of ten and more a stretch counts.
    static std::size_t figures(const Document& document, Span where) {
        const auto all = document.quantities();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [&](const gouji_quantity& quantity) {
                return contains(where, quantity.span) &&
                       quantity.exactness == GOUJI_EXACTNESS_EXACT &&
                       Decimal(quantity.value) >= Decimal(10);
            }));
    }
};

}  // namespace

GOUJI_RULE(repeated_text, RepeatedText);
