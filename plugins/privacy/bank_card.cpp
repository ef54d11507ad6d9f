#include <array>

#include "bank_card.page.hpp"
#include "digit_runs.hpp"
#include "identity_number.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::bank_card;

/// Bank card numbers, by Luhn's check digit and the words in front of them.
class BankCard {
public:
    explicit BankCard(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        each_run(document, 16, [&](const Run& run) {
            if (run.text.size() > 19 || !all_digits(run.text) || !luhn(run.text)) return;
            if (is_identity_number(run.text)) return;
            // One number in ten passes the check digit by chance: a word or the bank's prefix must
            // agree.
            const bool union_pay =
                run.text.starts_with("62") && (run.text.size() == 16 || run.text.size() == 19);
            if (!led_by(run.before, cards) && (!union_pay || led_by(run.before, others))) return;
            sink.report(part(extent, run.at, run.text.size()),
                        message::number{.masked = masked(run.text, 4, 4)});
        });
    }

private:
    static constexpr std::array<std::string_view, 14> cards{
        "汇至", "汇入", "转账", "打款", "缴费账", "卡号",   "银行卡",
        "账号", "帐号", "账户", "开户", "储蓄卡", "信用卡", "借记卡"};
    static constexpr std::array<std::string_view, 8> others{"编号", "索引", "流水", "订单",
                                                            "文号", "单号", "代码", "id"};

    static bool luhn(std::string_view digits) {
        int sum = 0;
        bool twice = false;
        for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
            int value = *digit - '0';
            if (twice) value = value > 4 ? value * 2 - 9 : value * 2;
            sum += value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(bank_card, gouji::privacy::BankCard);
