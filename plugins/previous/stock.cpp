#include <gouji/sdk.hpp>

#include <algorithm>

#include "explanation.hpp"
#include "stock.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::previous;
using namespace gouji::page::stock;
using namespace std::string_view_literals;

/// What is in force at the end of the year follows from last year's stock: with what was issued
/// added and what was repealed taken away.
class Stock {
public:
    explicit Stock(Options options)
        : least_(options.integer("least")), percent_(options.integer("percent")) {}

    void check(Document document, Sink sink) const {
        const auto before = document.previous();
        if (!before) return;
        for (const std::string_view row : {"rules"sv, "documents"sv})
            check_row(document, *before, row, sink);
    }

private:
    void check_row(const Document& document, const Document& before, std::string_view row,
                   Sink sink) const {
        const gouji_field* now = printed(document, row, "in_force");
        const gouji_field* issued = printed(document, row, "issued");
        const gouji_field* repealed = printed(document, row, "repealed");
        const gouji_field* then = printed(before, row, "in_force");
        if (now == nullptr || issued == nullptr || repealed == nullptr || then == nullptr) return;
        const Decimal right =
            Decimal(then->value) + Decimal(issued->value) - Decimal(repealed->value);
        const Decimal found(now->value);
        const Decimal gap = found > right ? found - right : right - found;
        // Documents lapse and are counted anew in small numbers every year.
        const Decimal larger = std::max(found, right);
        if (gap <= Decimal(least_) || gap * Decimal(100) <= larger * Decimal(percent_)) return;
        constexpr std::string_view documents[] = {"规范性文件"sv, "规章"sv, "现行有效"sv};
        constexpr std::string_view bodies[] = {"规范性文件"sv, "规章"sv, "数据"sv, "统计"sv,
                                               "机构"sv,       "区划"sv, "职能"sv, "文件"sv};
        if (explained(document, list::changes, documents) ||
            explained(document, list::reasons, bodies))
            return;
        const int year = before.facts().year;
        const std::string_view label = view(now->row_label);
        Finding finding =
            found > right
                ? sink.report(now->span, message::more{.now = found, .right = right, .row = label})
                : sink.report(now->span,
                              message::fewer{.now = found, .right = right, .row = label});
        finding.also_previous(then->span,
                              message::then{.value = Decimal(then->value), .year = year});
        finding.also(issued->span, message::issued{.value = Decimal(issued->value)});
        finding.also(repealed->span, message::repealed{.value = Decimal(repealed->value)});
    }

    /// A figure that stands there; what was left blank says nothing of a stock.
    static const gouji_field* printed(const Document& document, std::string_view row,
                                      std::string_view column) {
        const gouji_field* field = document.field("disclosure", row, column);
        return field != nullptr && field->state == GOUJI_FIELD_NUMBER ? field : nullptr;
    }

    std::int64_t least_;
    std::int64_t percent_;
};

}  // namespace

GOUJI_RULE(stock, Stock);
