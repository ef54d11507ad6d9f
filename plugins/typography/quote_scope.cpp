#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string>

#include "quote_scope.page.hpp"
#include "repeated_marks.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::quote_scope;

/// The same words quoted once with more and once with less of their sentence.
class QuoteScope {
public:
    explicit QuoteScope(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Quote> quotes;
        each_paragraph(document, [&](const Paragraph& paragraph) { collect(paragraph, quotes); });
        std::vector<const Quote*> told;
        for (std::size_t i = 1; i < quotes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (!differs(quotes[j], quotes[i])) continue;
                const std::u16string key = std::min(quotes[i].words, quotes[j].words);
                const bool known = std::ranges::any_of(
                    told, [&](const Quote* each) { return each->words == quotes[i].words; });
                if (known) break;
                told.push_back(&quotes[i]);
                sink.report(quotes[i].where, message::differs{.found = utf8(quotes[i].printed),
                                                              .other = utf8(quotes[j].printed)})
                    .also(quotes[j].where, message::other{});
                break;
            }
        }
    }

private:
    struct Quote {
        Span where;
        std::u16string printed;
        std::u16string words;  ///< without marks
    };

    static constexpr std::size_t shortest = 6;
    static constexpr std::size_t most_extra = 2;

    static void collect(const Paragraph& paragraph, std::vector<Quote>& quotes) {
        const std::u16string_view codes = paragraph.codes();
        for (std::size_t from = codes.find(u'“'); from != std::u16string_view::npos;) {
            const std::size_t to = codes.find(u'”', from);
            if (to == std::u16string_view::npos) return;
            Quote quote{paragraph.source(from, to + 1),
                        std::u16string(codes.substr(from + 1, to - from - 1)),
                        {}};
            for (const char16_t c : quote.printed) {
                if (is_han(c)) quote.words.push_back(c);
            }
            if (quote.words.size() >= shortest && !names_place(codes, to))
                quotes.push_back(std::move(quote));
            from = codes.find(u'“', to);
        }
    }

    /// “政府信息公开年报”专栏 is a name, and may well be longer than another.
    static bool names_place(std::u16string_view codes, std::size_t close) {
        const std::u16string_view after = codes.substr(close + 1);
        return std::ranges::any_of(
            std::array<std::u16string_view, 12>{u"专栏", u"栏目", u"板块", u"版块", u"模块",
                                                u"频道", u"平台", u"公众号", u"网", u"下", u"微信",
                                                u"系统"},
            [&](std::u16string_view place) { return after.starts_with(place); });
    }

    /// One quotes a character or two more in front or after; the rest is the same.
    static bool differs(const Quote& a, const Quote& b) {
        const auto& longer = a.words.size() > b.words.size() ? a.words : b.words;
        const auto& shorter = a.words.size() > b.words.size() ? b.words : a.words;
        const std::size_t extra = longer.size() - shorter.size();
        if (extra == 0 || extra > most_extra) return false;
        return longer.ends_with(shorter) || longer.starts_with(shorter);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(quote_scope, gouji::typography::QuoteScope);
