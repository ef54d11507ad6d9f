#include <algorithm>
#include <array>

#include "figures.hpp"

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

struct Money {
    std::string_view unit;
    std::int32_t power;  ///< of ten, to 元
};
constexpr std::array money{Money{"元", 0}, Money{"千元", 3}, Money{"万元", 4}, Money{"亿元", 8}};

const Money* as_money(std::string_view unit) {
    const auto found = std::ranges::find(money, unit, &Money::unit);
    return found == money.end() ? nullptr : &*found;
}

}  // namespace

bool same_measure(const Figure& left, const Figure& right) {
    const std::string_view a = sdk::view(left.quantity->unit);
    const std::string_view b = sdk::view(right.quantity->unit);
    return a == b || (as_money(a) != nullptr && as_money(b) != nullptr);
}

bool summable(const Figure& figure) {
    constexpr std::array never{"%"sv,  "‰"sv,      "倍"sv,   "个百分点"sv, "分"sv,       "天"sv,
                               "字"sv, "工作日"sv, "小时"sv, "分钟"sv,     "个工作日"sv, ""sv};
    return std::ranges::find(never, sdk::view(figure.quantity->unit)) == never.end();
}

Decimal value_in(const Figure& figure, const Figure& measure) {
    Decimal value(figure.quantity->value);
    const Money* from = as_money(sdk::view(figure.quantity->unit));
    const Money* to = as_money(sdk::view(measure.quantity->unit));
    if (from != nullptr && to != nullptr) value.exponent += from->power - to->power;
    return value;
}

}  // namespace gouji::arithmetic
