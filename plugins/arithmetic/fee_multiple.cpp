#include <gouji/sdk.hpp>

#include "../prose/line.hpp"
#include "fee_multiple.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_multiple;
using namespace std::string_view_literals;

/// A fee for information that is no multiple of ten yuan: every rate of the tariff is.
class FeeMultiple {
public:
    explicit FeeMultiple(Options options) : step_(options.integer("step")) {}

    void check(Document document, Sink sink) const {
        if (step_ <= 0) return;
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("元"sv) == std::string_view::npos ||
                !prose::has_any(line.text(), {"信息处理费"sv, "收费通知"sv, "处理费"sv})) {
                return;
            }
            if (!prose::in_chapter(document, document.sentences()[line.sentence], "other"sv))
                return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i) {
                const gouji_quantity& quantity = line.quantities[i];
                if (view(quantity.unit) != "元"sv || quantity.exactness != GOUJI_EXACTNESS_EXACT)
                    continue;
                // A rate (“每件 …元”) or another fee is no sum of fees; 万元 was rounded.
                const std::string_view words = prose::last_clause(line.before(i));
                if (prose::has_any(words, {"每"sv, "标准"sv, "行政事业性"sv, "退"sv, "邮寄"sv,
                                           "复印"sv, "万"sv}) ||
                    line.after(i).starts_with("/"sv)) {
                    continue;
                }
                const auto amount = Decimal(quantity.value).integer();
                if (amount && *amount % step_ == 0) continue;
                sink.report(quantity.span,
                            message::multiple{.amount = Decimal(quantity.value), .step = step_});
            }
        });
    }

private:
    std::int64_t step_;
};

}  // namespace

GOUJI_RULE(fee_multiple, FeeMultiple);
