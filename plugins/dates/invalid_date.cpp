#include "context.hpp"
#include "invalid_date.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::invalid_date;

/// A day that no calendar has.
class InvalidDate {
public:
    explicit InvalidDate(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_date& date : document.dates()) {
            if (date.exists != 0) continue;
            sink.report(date.span,
                        message::invalid{.date = dates::packed(document.text(date.span))});
        }
        if (document.facts().report == GOUJI_REPORT_ANNUAL) impossible_years(document, sink);
    }

private:
    /// “2202年度”, “202年，我局”: no year of a report, and no number of years that opens a clause.
    static void impossible_years(Document document, Sink sink) {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        constexpr std::string_view sign = "年";
        for (std::size_t at = text.find(sign); at != std::string_view::npos;
             at = text.find(sign, at + sign.size())) {
            std::size_t from = at;
            std::uint32_t year = 0;
            while (from > 0 && at - from < 4 && gouji::is_digit(digit(text, from - 1))) --from;
            for (std::size_t i = from; i < at; ++i) year = year * 10 + (digit(text, i) - '0');
            const std::string_view after = text.substr(at + sign.size());
            const bool cut = at - from == 3 && year >= 200 && year <= 203 &&
                             (after.starts_with("，") || after.starts_with("度") ||
                              after.starts_with("我") || after.starts_with("全"));
            const bool future = at - from == 4 && year > last_year && year < 3000;
            if ((!cut && !future) || !opens_clause(text, from)) continue;
            sink.report(prose.source(from, at + sign.size() - from),
                        message::year{.date = text.substr(from, at + sign.size() - from)});
        }
    }
    static char32_t digit(std::string_view text, std::size_t at) {
        return static_cast<unsigned char>(text[at]);
    }
    static bool opens_clause(std::string_view text, std::size_t at) {
        if (at == 0) return true;
        const char32_t c = gouji::char_before(text, at).code;
        return c == '\n' || c == U'。' || c == U'，' || c == U'；' || c == U'：' || c == U'（' ||
               c == U'）' || c == U'《' || c == U'、' || c == U'制' || c == U'布' || c == U'将' ||
               c == U'自' || c == U'至' || c == U'为';
    }

    static constexpr std::uint32_t last_year = 2100;
};

}  // namespace

GOUJI_RULE(invalid_date, InvalidDate);
