#include <gouji/grouped.hpp>

#include <algorithm>
#include <array>
#include <set>

#include "numeral_style.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::numeral_style;

/// 三件 here and 3件 there.
class NumeralStyle {
public:
    explicit NumeralStyle(Options) {}

    void check(Document document, Sink sink) const {
        std::set<std::string_view> arabic;  // units that are counted in figures somewhere
        for (const gouji_quantity& quantity : document.quantities()) {
            if (quantity.han == 0) arabic.insert(view(quantity.unit));
        }
        std::vector<Correction> han;
        for (const gouji_quantity& quantity : document.quantities()) {
            if (quantity.han == 0 || !counted(view(quantity.unit)) || quantity.value.exponent != 0)
                continue;
            if (quantity.value.coefficient < 2 || quantity.exactness != GOUJI_EXACTNESS_EXACT)
                continue;
            if (arabic.contains(view(quantity.unit)) && closes(document, quantity))
                han.push_back({quantity.span, {}});
        }
        report_grouped<message>(document, sink, han);
    }

private:
    static bool counted(std::string_view unit) {
        constexpr std::array<std::string_view, 6> units{"件", "条", "篇", "份", "场", "人次"};
        return std::ranges::find(units, unit) != units.end();
    }
    /// “申请三件。” counts; “三条主线”, “四件大事” are names.
    static bool closes(const Document& document, const gouji_quantity& quantity) {
        const Char after = char_at(document.text(), quantity.span.end);
        return after.size == 0 || !is_han(after.code);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(numeral_style, gouji::typography::NumeralStyle);
