#include <algorithm>
#include <array>

#include "digit_runs.hpp"
#include "identity_number.hpp"
#include "mobile.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::mobile;

/// Mobile numbers; with a name beside them it is worse.
class Mobile {
public:
    explicit Mobile(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        each_run(document, 11, [&](const Run& run) {
            const bool mobile = run.text.size() == 11 && all_digits(run.text) &&
                                run.text[0] == '1' && run.text[1] >= '3';
            const std::size_t end = extent.begin + run.at + run.text.size();
            if (!mobile || led_by(run.before, others) || counts(document.text().substr(end)))
                return;
            named(run.before) ? sink.report(part(extent, run.at, run.text.size()),
                                            message::named{.masked = masked(run.text, 3, 4)})
                              : sink.report(part(extent, run.at, run.text.size()),
                                            message::number{.masked = masked(run.text, 3, 4)});
        });
        const Prose prose = document.prose();
        spaced(prose.text(), [&](std::size_t at, std::size_t size) {
            const std::string_view number = prose.text().substr(at, size);
            const std::string_view before = before_in_line(prose.text(), at);
            if (led_by(before, others) || (number[3] == ' ' && !led_by(before, telephones))) return;
            named(before) ? sink.report(prose.source(at, size),
                                        message::named{.masked = masked(number, 3, 4)})
                          : sink.report(prose.source(at, size),
                                        message::number{.masked = masked(number, 3, 4)});
        });
    }

private:
    static constexpr std::array<std::string_view, 5> telephones{"电话", "手机", "联系", "拨打",
                                                                "致电"};

    /// Calls each(at, size) for every “138-1234-5678” that stands alone.
    template <class Each>
    static void spaced(std::string_view text, Each&& each) {
        constexpr std::size_t size = 13;
        const auto digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        for (std::size_t at = 0; at + size <= text.size(); ++at) {
            if (text[at] != '1' || !digit(at + 1) || text[at + 1] < '3') continue;
            const char mark = text[at + 3];
            if ((mark != '-' && mark != ' ') || text[at + 8] != mark) continue;
            bool digits = true;
            for (std::size_t i = 0; i < size; ++i)
                digits = digits && (i == 3 || i == 8 || digit(at + i));
            const bool led = at > 0 && (is_word_byte(text[at - 1]) ||
                                        (text[at - 1] != ':' && belongs(text[at - 1])));
            const bool followed = at + size < text.size() &&
                                  (is_word_byte(text[at + size]) || belongs(text[at + size]));
            if (!digits || led || followed) continue;
            each(at, size);
            at += size - 1;
        }
    }
    static constexpr std::array<std::string_view, 5> others{"编号", "索引号", "流水号", "订单号",
                                                            "文号"};
    static constexpr std::array<std::string_view, 5> owners{"联系人", "姓名", "申请人", "经办人",
                                                            "负责人"};

    /// “13812345678人次”: a quantity.
    static bool counts(std::string_view after) {
        return std::ranges::any_of(units, [&](std::string_view u) { return after.starts_with(u); });
    }
    static constexpr std::array<std::string_view, 12> units{
        "元", "人", "次", "万", "亿", "件", "条", "吨", "立方", "平方", "字节", "千瓦"};

    /// “联系人：张小明 13…”: an owner's name between the word and the number.
    static bool named(std::string_view before) {
        for (const std::string_view owner : owners) {
            const std::size_t at = before.rfind(owner);
            if (at == std::string_view::npos) continue;
            std::size_t han = 0;
            std::size_t run = 0;
            const std::string_view between = before.substr(at + owner.size());
            for (std::size_t i = 0; i < between.size();) {
                const Char c = char_at(between, i);
                run = is_han(c.code) ? run + 1 : 0;
                han = std::max(han, run);
                i += c.size;
            }
            if (han >= 2 && between.size() < 60) return true;
        }
        return false;
    }
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(mobile, gouji::privacy::Mobile);
