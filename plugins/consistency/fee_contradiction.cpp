#include <gouji/sdk.hpp>

#include "fee_chapter.hpp"
#include "form.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “未发出收费通知” although requests ended because such a notice was not paid.
class FeeContradiction {
public:
    explicit FeeContradiction(Options) {}

    void check(Document document, Report report) const {
        const gouji_chapter* chapter = fee_chapter(document);
        const auto overdue = requests(document, "other.overdue_fee");
        if (chapter == nullptr || !overdue || overdue->value == Decimal(0)) return;
        constexpr std::array denials{"未发出收费通知"sv,
                                     "没有发出收费通知"sv,
                                     "未发出过收费通知"sv,
                                     "无收费通知"sv,
                                     "未产生信息处理费"sv,
                                     "没有产生信息处理费"sv,
                                     "未发出信息处理费收费通知"sv,
                                     "未发出信息公开收费通知"sv,
                                     "发出收费通知0件"sv,
                                     "未制发收费通知"sv,
                                     "未发生信息处理费"sv,
                                     "未下达收费通知"sv,
                                     "未发送收费通知"sv,
                                     "没有发生信息处理费"sv,
                                     "未产生政府信息公开信息处理费"sv};
        const Span where = find_in(document, chapter->body, denials);
        if (empty(where)) return;
        report.at(where, "denied")
            .with("table", overdue->value)
            .also(overdue->cell->span, "cell")
            .with("table", overdue->value);
    }
};

}  // namespace

GOUJI_RULE(fee_contradiction, FeeContradiction);
