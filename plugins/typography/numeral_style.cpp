#include <gouji/grouped.hpp>

#include <algorithm>
#include <array>

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
        std::vector<Correction> han;
        for (const gouji_quantity& quantity : document.quantities()) {
            if (quantity.han == 0 || !counted(view(quantity.unit)) || quantity.value.exponent != 0)
                continue;
            if (quantity.value.coefficient < 2 || quantity.exactness != GOUJI_EXACTNESS_EXACT)
                continue;
            const bool elsewhere =
                std::ranges::any_of(document.quantities(), [&](const gouji_quantity& other) {
                    return other.han == 0 && view(other.unit) == view(quantity.unit);
                });
            if (elsewhere) han.push_back({quantity.span, {}});
        }
        report_grouped<message>(document, sink, han);
    }

private:
    static bool counted(std::string_view unit) {
        constexpr std::array<std::string_view, 7> units{"件", "条", "篇", "份", "期", "场", "人次"};
        return std::ranges::find(units, unit) != units.end();
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(numeral_style, gouji::typography::NumeralStyle);
