#include <gouji/phrases.hpp>

#include <algorithm>

#include "context.hpp"
#include "missing_nian.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_nian;

/// A year, month or day whose character was dropped: “2023政务公开”, “20231月1日”.
class MissingNian {
public:
    explicit MissingNian(Options options)
        : nouns_(options.words(list::nouns)),
          openers_(options.words(list::openers)),
          acts_(options.words(list::acts)) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Drop> drops;
        for (std::size_t at = gouji::behind_han(text, 0); at < text.size();
             at = gouji::behind_han(text, at)) {
            if (!digit(text, at)) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (digit(text, end)) ++end;
            if (const char* missing = judge(text, at, end, document.facts().year)) {
                const std::size_t size = end - at + two_characters(text.substr(end));
                drops.push_back(
                    {prose.source(at, size), missing, std::string(text.substr(at, size))});
            }
            at = end;
        }
        // All over the text it is damage done by a conversion: typography/extraction-damage.
        if (drops.size() >= 3) return;
        for (const Drop& drop : drops) {
            sink.report(drop.span, message::missing{.missing = drop.missing, .words = drop.words});
        }
    }

private:
    struct Drop {
        Span span;
        const char* missing;
        std::string words;
    };

    static bool digit(std::string_view text, std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    }

    static std::size_t two_characters(std::string_view text) {
        const std::size_t first = gouji::char_at(text, 0).size;
        return first + gouji::char_at(text, first).size;
    }

    /// What is missing around the digits [at, end), or null.
    [[nodiscard]] const char* judge(std::string_view text, std::size_t at, std::size_t end,
                                    std::int32_t year) const {
        const std::string_view digits = text.substr(at, end - at);
        const std::string_view after = text.substr(end);
        if (digits.size() <= 2) return day_without_its_word(text, at, digits, after);
        if (digits.size() < 4 || !digits.starts_with("20")) return nullptr;
        const std::int32_t said = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 +
                                  (digits[2] - '0') * 10 + (digits[3] - '0');
        const bool near_year = year == 0 || (said >= year - 2 && said <= year + 2);
        const gouji::Char before = gouji::char_before(text, at);
        if (before.size != 0 && before.code < 0x80 && before.code != '\n')
            return nullptr;  // 0313-2023…
        // 20231月1日
        if ((digits.size() == 5 || digits.size() == 6) && after.starts_with("月"))
            return near_year ? "年" : nullptr;
        if (digits.size() != 4 || !near_year) return nullptr;
        // 2023月12月
        if (after.starts_with("月") && digit(after, std::string_view("月").size())) return "年";
        if (before.code == U'第' || before.code == U'号' || before.code == U'达' ||
            before.code == U'〔' || before.code == U'（' || before.code == U'“')
            return nullptr;
        // 2023政务公开: the next two characters are no unit but what the year belongs to.
        if (nouns_.begin(after)) return "年";
        // “2023依托政府网站，……”
        const bool opens = before.size == 0 || before.code == '\n' || before.code == U'。' ||
                           before.code == U'：' || before.code == U'；';
        return opens && openers_.begin(after) ? "年" : nullptr;
    }

    /// “3月15召开”: the day lacks 日 and a verb follows at once.
    [[nodiscard]] const char* day_without_its_word(std::string_view text, std::size_t at,
                                                   std::string_view digits,
                                                   std::string_view after) const {
        static constexpr std::string_view month = "月";
        const std::string_view before = text.substr(0, at);
        if (!before.ends_with(month) || before.size() <= month.size() ||
            !digit(text, at - month.size() - 1))
            return nullptr;
        int day = 0;
        for (const char c : digits) day = day * 10 + (c - '0');
        return day >= 1 && day <= 31 && acts_.begin(after) ? "日" : nullptr;
    }

    gouji::Phrases nouns_;
    gouji::Phrases openers_;
    gouji::Phrases acts_;
};

}  // namespace

GOUJI_RULE(missing_nian, MissingNian);
