#include "total_behind.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;

/// A part in front of the total, with the token it is.
struct Found {
    Part part;
    std::size_t token = 0;
};

/// Whether the word at `at` announces the sum of what stands before its clause.
bool announces(const ListTokens& tokens, std::size_t at) {
    if (!tokens.is(at, ListWord::ends) || !tokens.is(at + 1, ListWord::quantity)) return false;
    if (!tokens.touches(at) || !tokens.is(at - 1, ListWord::comma)) return false;
    const std::string_view word = tokens.words(tokens[at].begin, tokens[at].end);
    if (word != "合计"sv && word != "共计"sv && word != "总计"sv && word != "总共"sv &&
        word != "共"sv)
        return false;
    const std::string_view between = tokens.words(tokens[at].end, tokens[at + 1].begin);
    return between.empty() || between == "为"sv || (word == "合计"sv && between == "公开"sv);
}

/// Whether two parts are items of one list: 、 parts them, or their labels are of one kind.
bool parallel(const ListTokens& tokens, const Found& left, const Found& right) {
    const std::uint32_t end = tokens[left.token].end;
    const std::string_view between = tokens.words(end, tokens[right.token].begin);
    if (between.starts_with("、"sv)) return true;
    if (left.part.dimension != 0 && left.part.dimension == right.part.dimension) return true;
    constexpr std::size_t two_characters = 6;
    const std::string_view label = tokens.words(0, tokens[left.token].begin);
    return between.size() > two_characters &&
           label.ends_with(between.substr(between.size() - two_characters));
}

/// The list that ends in front of the token, last part first.
std::vector<Found> parts_before(const sdk::Document& document, const ListTokens& tokens,
                                std::size_t at, const gouji_quantity& total) {
    std::vector<Found> out;
    const int year = document.facts().year;
    std::uint16_t dimension = 0;
    bool carry = false;
    const auto settle = [&] {
        if (out.empty()) return;
        out.back().part.dimension = dimension;
        out.back().part.carry = carry;
        dimension = 0;
        carry = false;
    };
    for (std::size_t i = at; i-- > 0;) {
        const ListToken& token = tokens[i];
        if (token.kind == ListWord::quantity) {
            const gouji_quantity& figure = tokens.quantity(i);
            if (figure.depth > total.depth || sdk::view(figure.unit) == "%"sv) continue;
            if (figure.depth < total.depth || sdk::view(figure.unit) != sdk::view(total.unit))
                break;
            settle();
            if (figure.exactness != GOUJI_EXACT) return {};
            Found found;
            found.part.quantity = &figure;
            found.token = i;
            out.push_back(found);
        } else if (token.kind == ListWord::year && year != 0 && token.detail != year) {
            return {};
        } else if (token.kind == ListWord::dimension) {
            dimension = token.detail;
        } else if (token.kind == ListWord::carry) {
            carry = true;
        } else if (token.kind == ListWord::stop || token.kind == ListWord::semicolon ||
                   token.kind == ListWord::among || token.kind == ListWord::each_is ||
                   token.kind == ListWord::ends || token.kind == ListWord::colon) {
            break;
        }
    }
    settle();
    return out;
}

}  // namespace

void totals_behind(const sdk::Document& document, const ListTokens& tokens,
                   std::vector<Enumeration>& out) {
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (!announces(tokens, at)) continue;
        const gouji_quantity& total = tokens.quantity(at + 1);
        if (total.exactness != GOUJI_EXACT) continue;
        std::vector<Found> found = parts_before(document, tokens, at, total);
        std::size_t count = std::min<std::size_t>(found.size(), 1);
        while (count < found.size() && parallel(tokens, found[count], found[count - 1])) ++count;
        if (count < 2) continue;
        Enumeration list;
        list.total = &total;
        list.totals.push_back(Decimal(total.value));
        list.closed = true;
        list.plain = true;
        Decimal sum = 0;
        bool agrees = false;
        for (std::size_t i = 0; i < count; ++i) {
            sum = sum + Decimal(found[i].part.quantity->value);
            // The list may have begun later than it looks.
            agrees = agrees || (i > 0 && sum == list.totals.front());
            list.plain = list.plain && !found[i].part.carry;
            list.parts.push_back(found[i].part);
        }
        if (agrees) continue;
        std::reverse(list.parts.begin(), list.parts.end());
        out.push_back(std::move(list));
    }
}

}  // namespace gouji::arithmetic
