#include <gouji/sdk.hpp>

#include "fee_chapter.hpp"
#include "fee_denial.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_denial;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “不收取任何费用”: the regulations say 不收取费用 and allow a fee for excessive requests in the
/// same article (第四十二条), and a report should say what was charged this year.
class FeeDenial {
public:
    explicit FeeDenial(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* chapter = fee_chapter(document);
        if (chapter == nullptr) return;
        constexpr std::array exceptions{"合理范围"sv, "可以收取"sv, "收费通知"sv,
                                        "收取信息处理费"sv, "收取政府信息公开信息处理费"sv};
        if (!empty(find_in(document, chapter->body, exceptions))) return;
        constexpr std::array denials{"不收取任何费用"sv, "不收任何费用"sv, "一律不收取费用"sv,
                                     "一律不收费"sv,     "一律免费"sv,     "从不收费"sv,
                                     "不收取一切费用"sv, "全部免费"sv};
        const Span where = find_in(document, chapter->body, denials);
        if (!empty(where)) sink.report(where, message::absolute{.words = document.text(where)});
    }
};

}  // namespace

GOUJI_RULE(fee_denial, FeeDenial);
