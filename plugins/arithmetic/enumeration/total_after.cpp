#include <algorithm>
#include <array>

#include "lists.hpp"

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_parts = 64;

/// Whether the label says nothing but that the figure sums up what stands before it: “共计”.
bool sums_up(const Figure& figure) {
    constexpr std::array words{"合计"sv,   "共计"sv,   "总计"sv,   "总共"sv, "共"sv,
                               "合计为"sv, "共计为"sv, "总计为"sv, "共为"sv, "合计公开"sv};
    return figure.sum && figure.role == Role::amount && figure.opening == Opening::none &&
           !figure.interrupted && figure.mark != Mark::none && figure.mark <= Mark::comma &&
           std::ranges::find(words, figure.label) != words.end();
}

/// Whether `right`, which follows `left`, is an item of the same list.
bool items_of_one_list(const Figure& left, const Figure& right) {
    if (right.mark == Mark::enumerate) return true;
    return right.mark == Mark::comma && parallel(left, right);
}

}  // namespace

void lists_before_totals(const Passage& passage, std::vector<Enumeration>& out) {
    const std::vector<Figure>& figures = passage.figures;
    for (std::size_t i = 2; i < figures.size(); ++i) {
        const Figure& total = figures[i];
        if (!sums_up(total) || total.quantity->exactness != GOUJI_EXACTNESS_EXACT ||
            !summable(total))
            continue;
        Enumeration list;
        list.total = &total;
        list.totals.push_back(Decimal(total.quantity->value));
        list.closed = list.plain = list.certain = true;
        Decimal sum = 0;
        bool agrees = false;
        const Figure* next = nullptr;
        for (std::size_t k = i; k-- > 0 && list.parts.size() < most_parts;) {
            const Figure& figure = figures[k];
            if (figure.quantity->depth > total.quantity->depth || figure.role == Role::share)
                continue;
            if (figure.quantity->depth < total.quantity->depth || figure.role != Role::amount ||
                !same_measure(figure, total) ||
                figure.quantity->exactness != GOUJI_EXACTNESS_EXACT || figure.dated || figure.sum ||
                (next != nullptr && !items_of_one_list(figure, *next)))
                break;
            sum = sum + value_in(figure, total);
            list.parts.push_back({&figure, true});
            list.plain = list.plain && !figure.carry;
            // The list may have begun later than it looks.
            agrees = agrees || sum == list.totals.front();
            if (figure.opening != Opening::none || figure.interrupted || figure.anew ||
                figure.mark >= Mark::semicolon)
                break;
            next = &figure;
        }
        if (agrees || list.parts.size() < 2) continue;
        std::ranges::reverse(list.parts);
        out.push_back(std::move(list));
    }
}

}  // namespace gouji::arithmetic
