#include <gouji/sdk.hpp>

#include <string_view>

#include "../prose/line.hpp"
#include "contact.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::contact;
using namespace std::string_view_literals;

/// Contact details that cannot be right: a postal code of the wrong length, two numbers run
/// together, a number without area code.
class Contact {
public:
    explicit Contact(Options) {}

    void check(Document document, Sink sink) const {
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] < '0' || text[at] > '9') {
                ++at;
                continue;
            }
            const std::size_t begin = at;
            while (at < text.size() && part_of_number(text, at)) ++at;
            while (text[at - 1] == '-') --at;
            check_number(sink, prose, text, begin, at);
            at = std::max(at, begin + 1);
        }
    }

private:
    static bool digit(char c) { return c >= '0' && c <= '9'; }
    static bool part_of_number(std::string_view text, std::size_t at) {
        return digit(text[at]) || text[at] == '-';
    }

    static void check_number(Sink sink, const Prose& prose, std::string_view text,
                             std::size_t begin, std::size_t end) {
        const std::string_view number = text.substr(begin, end - begin);
        const std::string_view front = label(text.substr(0, begin));
        if (front.empty()) return;
        const Span where = prose.source(begin, end - begin);
        if (front == "邮编"sv) {
            if (number.size() != 6 && number.find('-') == std::string_view::npos) {
                sink.report(where, message::postcode{.digits = number.size(), .number = number});
            }
            return;
        }
        const std::size_t hyphen = number.find('-');
        if (hyphen == std::string_view::npos) {
            // Short numbers (12345, 96xxx), mobiles and 400 lines have no area code.
            const bool plain = number.size() == 7 || number.size() == 8;
            if (plain && number[0] != '0' && number[0] != '1' && !number.starts_with("95"sv) &&
                !area(text, begin)) {
                sink.report(where, message::area_code{.number = number});
            }
            return;
        }
        const std::string_view area_code = number.substr(0, hyphen);
        std::size_t run = 0;
        for (std::size_t i = hyphen + 1; i < number.size() && digit(number[i]); ++i) ++run;
        const bool again = number.find('-', hyphen + 1) != std::string_view::npos;
        // 0533-61234560533-6123457: after the hyphen more digits than any number has, and another
        // one.
        if (area_code.size() >= 3 && area_code.size() <= 4 && area_code[0] == '0' && run >= 10 &&
            again) {
            sink.report(where, message::joined{.number = number});
        }
    }

    /// The area code may stand in brackets or before a blank: （0533）6123456.
    static bool area(std::string_view text, std::size_t begin) {
        const std::string_view before = text.substr(0, begin);
        return prose::ends_with_any(
            before, {"）"sv, ")"sv, " "sv, "—"sv, "－"sv, "–"sv, "转"sv, "/"sv, "、"sv, "，"sv});
    }

    /// 邮编 or 电话 right in front of the number, or "".
    static std::string_view label(std::string_view before) {
        for (const std::string_view mark : {"（"sv, "）"sv, "："sv, ":"sv, "为"sv, "是"sv, " "sv}) {
            if (before.ends_with(mark) && mark != "）"sv) {
                before.remove_suffix(mark.size());
                break;
            }
        }
        if (prose::ends_with_any(before, {"邮编"sv, "邮政编码"sv})) return "邮编"sv;
        if (prose::ends_with_any(before, {"电话"sv, "传真"sv, "电话号码"sv, "联系方式"sv}))
            return "电话"sv;
        return {};
    }
};

}  // namespace

GOUJI_RULE(contact, Contact);
