#include <gouji/sdk.hpp>

#include <array>

#include "../prose/line.hpp"
#include "claims/comparison.hpp"
#include "decision_count.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::decision_count;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “作出行政处罚决定 15 件” where the form has another figure. Decisions that were published are
/// not those that were made.
class DecisionCount {
public:
    explicit DecisionCount(Options) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("行政"sv) == std::string_view::npos) return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, sink, line, i);
        });
    }

private:
    struct Decision {
        std::string_view word;
        std::string_view row;
    };
    static constexpr std::array<Decision, 3> decisions{
        {{"行政许可", "licences"}, {"行政处罚", "penalties"}, {"行政强制", "coercion"}}};

    static void check_quantity(Document document, Sink sink, const prose::Line& line,
                               std::size_t i) {
        const gouji_quantity& quantity = line.quantities[i];
        constexpr std::array<std::string_view, 7> units{"件", "项", "个", "条", "起", "宗", "份"};
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
            std::find(units.begin(), units.end(), view(quantity.unit)) == units.end()) {
            return;
        }
        const std::string_view clause = prose::last_clause(line.before(i));
        const std::string_view tail = prose::first_clause(line.after(i));
        if (!prose::has_any(clause, {"作出"sv, "做出"sv, "办理"sv, "实施"sv})) return;
        if (prose::has_any(clause, {"公示"sv, "公开"sv, "信息"sv, "事项"sv, "归集"sv, "上传"sv,
                                    "录入"sv, "累计"sv, "其中"sv, "分别"sv, "全县"sv, "全市"sv,
                                    "全区"sv, "各"sv, "复议"sv, "诉讼"sv}) ||
            prose::other_year(clause, document.facts().year)) {
            return;
        }
        const Decision* named = nullptr;
        for (const Decision& decision : decisions) {
            if (clause.find(decision.word) == std::string_view::npos &&
                !tail.starts_with(decision.word))
                continue;
            if (named != nullptr) return;  // 行政许可和行政处罚: who could say which
            named = &decision;
        }
        if (named == nullptr) return;
        const gouji_field* field = document.field("disclosure", named->row, "decisions");
        const auto printed = value(field);
        if (!printed || *printed == Decimal(quantity.value)) return;
        sink.report(quantity.span,
                    message::differs{
                        .row = named->word, .said = Decimal(quantity.value), .table = *printed})
            .also(field->span, message::cell{.row = named->word, .table = *printed});
    }
};

}  // namespace

GOUJI_RULE(decision_count, DecisionCount);
