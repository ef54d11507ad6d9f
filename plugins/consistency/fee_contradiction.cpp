#include <gouji/sdk.hpp>

#include "../prose/line.hpp"
#include "fee_chapter.hpp"
#include "fee_contradiction.page.hpp"
#include "form.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_contradiction;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “未发出收费通知” although requests ended because such a notice was not paid.
class FeeContradiction {
public:
    explicit FeeContradiction(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* chapter = fee_chapter(document);
        const auto overdue = requests(document, "other.overdue_fee");
        if (chapter == nullptr || !overdue || overdue->value == Decimal(0)) return;
        const Span where = denied_notice(document, chapter->body);
        if (empty(where)) return;
        sink.report(where, message::denied{.table = overdue->value})
            .also(overdue->cell->span, message::cell{.table = overdue->value});
    }

private:
    /// Where the chapter says of this year that no notice went out: “未向申请人发出收费通知”,
    /// “收费通知0件”.
    static Span denied_notice(Document document, Span body) {
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        constexpr std::string_view notice = "收费通知"sv;
        for (std::size_t at = seek(text, notice); at != std::string_view::npos;
             at = seek(text, notice, at + notice.size())) {
            const Span source = prose.source(at, notice.size());
            if (!contains(body, source)) continue;
            constexpr std::size_t reach = 120;  // bytes: a clause and the year before it
            const std::size_t from = at > reach ? at - reach : 0;
            const std::string_view before = last_sentence(text.substr(from, at - from));
            if (prose::other_year(before, document.facts().year)) continue;
            const std::string_view clause = prose::last_clause(before);
            for (const std::string_view no : {"未"sv, "没有"sv, "无"sv}) {
                const std::size_t denial = clause.find(no);
                if (denial == std::string_view::npos) continue;
                const std::size_t begin = at - clause.size() + denial;
                return prose.source(begin, at + notice.size() - begin);
            }
            for (const std::string_view none : {"0件"sv, "0份"sv, "0次"sv}) {
                if (text.substr(at + notice.size()).starts_with(none))
                    return prose.source(at, notice.size() + none.size());
            }
        }
        return {};
    }
    static std::string_view last_sentence(std::string_view text) {
        for (const std::string_view stop : {"。"sv, "；"sv, "\n"sv}) {
            const std::size_t at = text.rfind(stop);
            if (at != std::string_view::npos) text.remove_prefix(at + stop.size());
        }
        return text;
    }
};

}  // namespace

GOUJI_RULE(fee_contradiction, FeeContradiction);
