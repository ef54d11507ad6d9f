#include <gouji/sdk.hpp>

#include <vector>

#include "carried_over.page.hpp"
#include "explanation.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::previous;
using namespace gouji::page::carried_over;
using namespace std::string_view_literals;

/// Row two of this year's form, 上年结转, is row four of last year's, 结转下年度继续办理, column by
/// column.
class CarriedOver {
public:
    explicit CarriedOver(Options) {}

    void check(Document document, Sink sink) const {
        const auto before = document.previous();
        if (!before) return;
        std::vector<Pair> differing;
        bool said = false;  // a row that is blank from end to end was not filled in at all
        for (const gouji_field& field : document.fields()) {
            if (view(field.form) != "requests"sv || view(field.row) != "carried_in"sv) continue;
            const gouji_field* from = before->field("requests", "carried_out", view(field.column));
            const auto now = value(&field);
            const auto then = value(from);
            if (!now || !then) continue;
            said = said || (field.state == GOUJI_FIELD_NUMBER && from->state == GOUJI_FIELD_NUMBER);
            if (*now != *then) differing.push_back({&field, from});
        }
        if (!said || differing.empty()) return;
        constexpr std::string_view figures[] = {"结转"sv, "申请"sv};
        constexpr std::string_view bodies[] = {"机构"sv, "职能"sv, "职责"sv, "区划"sv, "单位"sv,
                                               "数据"sv, "统计"sv, "结转"sv, "申请"sv};
        if (explained(document, list::correction, figures) ||
            explained(document, list::reorganisation, bodies))
            return;
        // The total tells most; the other columns are related to it.
        const Pair& shown =
            view(differing.back().now->column) == "total"sv ? differing.back() : differing.front();
        Finding finding =
            sink.report(shown.now->span, message::differs{.column = view(shown.now->column_label),
                                                          .now = Decimal(shown.now->value),
                                                          .then = Decimal(shown.then->value),
                                                          .year = before->facts().year});
        tell(finding, shown, before->facts().year);
        for (const Pair& pair : differing) {
            if (pair.now == shown.now) continue;
            if (!empty(pair.now->span)) {
                finding.also(pair.now->span, message::here{.column = view(pair.now->column_label),
                                                           .now = Decimal(pair.now->value)});
            }
            tell(finding, pair, before->facts().year);
        }
    }

private:
    struct Pair {
        const gouji_field* now;
        const gouji_field* then;
    };

    static void tell(Finding& finding, const Pair& pair, int year) {
        if (empty(pair.then->span)) return;
        finding.also_previous(pair.then->span,
                              message::there{.column = view(pair.then->column_label),
                                             .then = Decimal(pair.then->value),
                                             .year = year});
    }
};

}  // namespace

GOUJI_RULE(carried_over, CarriedOver);
