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
    /// “2202年度”, “202年，我局”: no year that a report can mean. Figures that count years open no
    /// clause.
    static void impossible_years(Document document, Sink sink) {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        constexpr std::string_view sign = "年";
        for (std::size_t at = text.find(sign); at != std::string_view::npos;
             at = text.find(sign, at + sign.size())) {
            std::size_t from = at;
            while (from > 0 && at - from < 6 && gouji::is_digit(digit(text, from - 1))) --from;
            const std::string_view digits = text.substr(from, at - from);
            if (!impossible(digits, text.substr(at + sign.size()), document.facts().year) ||
                !opens_clause(text, from))
                continue;
            sink.report(prose.source(from, at + sign.size() - from),
                        message::year{.date = text.substr(from, at + sign.size() - from)});
        }
    }
    static bool impossible(std::string_view digits, std::string_view after, std::int32_t year) {
        if (digits.size() == 4) return digits >= "2101" && digits < "3000";
        if (digits.size() == 5) return digits.starts_with("20") || digits.starts_with("19");
        // A year near the report's that lost a digit, and words that no number of years has.
        const bool said = after.starts_with("，") || after.starts_with("度") ||
                          after.starts_with("我") || after.starts_with("全") ||
                          after.starts_with("本");
        if (digits.size() != 3 || !said || year == 0) return false;
        for (std::int32_t near = year - 1; near <= year + 1; ++near) {
            const std::string whole = std::to_string(near);
            for (std::size_t i = 0; i < whole.size(); ++i) {
                std::string shorter = whole;
                shorter.erase(i, 1);
                if (shorter == digits) return true;
            }
        }
        return false;
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
};

}  // namespace

GOUJI_RULE(invalid_date, InvalidDate);
