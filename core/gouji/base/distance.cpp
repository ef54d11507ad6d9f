#include "gouji/base/distance.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {

std::u32string characters(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        out.push_back(c.code);
        at += c.size;
    }
    return out;
}

std::uint32_t distance(std::u32string_view a, std::u32string_view b, std::uint32_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    const auto beyond = limit + 1;
    if (b.size() - a.size() > limit) return beyond;
    while (!a.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.size() > 128) return a == b ? 0 : beyond;  // no label comes near
    std::array<std::uint32_t, 129> row{};
    for (std::size_t i = 0; i <= a.size(); ++i) row[i] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::uint32_t diagonal = row[0];
        row[0] = static_cast<std::uint32_t>(j);
        std::uint32_t best = row[0];
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::uint32_t changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[i];
            row[i] = std::min({changed, row[i] + 1, row[i - 1] + 1});
            best = std::min(best, row[i]);
        }
        if (best > limit) return beyond;
    }
    return std::min(row[a.size()], beyond);
}

}  // namespace gouji
