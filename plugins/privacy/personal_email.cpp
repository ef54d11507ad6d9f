#include <algorithm>
#include <array>

#include "digit_runs.hpp"
#include "identity_number.hpp"
#include "personal_email.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::personal_email;

/// Mail addresses at public providers that look like somebody's own.
class PersonalEmail {
public:
    explicit PersonalEmail(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        for (std::size_t at = text.find('@'); at != std::string_view::npos;
             at = text.find('@', at + 1)) {
            std::size_t from = at;
            while (from > 0 &&
                   (is_word_byte(text[from - 1]) || text[from - 1] == '.' || text[from - 1] == '_'))
                --from;
            std::size_t to = at + 1;
            while (to < text.size() && (is_word_byte(text[to]) || text[to] == '.')) ++to;
            const std::string_view owner = text.substr(from, at - from);
            const std::string_view provider = text.substr(at + 1, to - at - 1);
            const std::string_view before = before_in_line(text, from);
            if (owner.empty() || !is_public(provider) || led_by(before, official)) continue;
            const bool own = all_digits(owner) || led_by(before, personal) || names_somebody(owner);
            if (!own) continue;
            sink.report(
                part(extent, from, to - from),
                message::address{.masked = masked(owner, 1, 0) + "@" + std::string(provider)});
        }
    }

private:
    static constexpr std::array<std::string_view, 10> providers{
        "qq.com",      "163.com",     "126.com",     "sina.com", "gmail.com",
        "outlook.com", "hotmail.com", "foxmail.com", "139.com",  "sohu.com"};
    static constexpr std::array<std::string_view, 9> official{
        "单位", "机关", "公用", "办公", "监督", "受理", "举报", "政务", "本局"};
    static constexpr std::array<std::string_view, 8> personal{
        "工作人员", "经办", "个人", "本人", "申请人", "联系人", "姓名", "经办人"};

    /// “zhangsan1988”, “lily_wang”: a name with a birth year, or two names; no office's initials.
    static bool names_somebody(std::string_view owner) {
        for (const std::string_view office :
             {"xxgk", "zwgk", "zfxx", "bgs", "dzb", "office", "gov", "xxzx", "xcb"}) {
            if (owner.find(office) != std::string_view::npos) return false;
        }
        std::size_t letters = 0;
        while (letters < owner.size() && owner[letters] >= 'a' && owner[letters] <= 'z') ++letters;
        const bool vowel =
            owner.substr(0, letters).find_first_of("aeiou") != std::string_view::npos;
        const std::string_view rest = owner.substr(letters);
        if (letters < 4 || !vowel) return false;
        const bool year = rest.size() == 4 && all_digits(rest) &&
                          (rest.starts_with("19") || rest.starts_with("200"));
        return year ||
               (rest.size() > 3 && rest[0] == '_' &&
                rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) == std::string_view::npos);
    }

    static bool is_public(std::string_view provider) {
        return std::ranges::any_of(
            providers, [&](std::string_view known) { return provider.starts_with(known); });
    }
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(personal_email, gouji::privacy::PersonalEmail);
