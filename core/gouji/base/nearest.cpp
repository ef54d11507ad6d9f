#include "gouji/base/nearest.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// Levenshtein distance over characters.
std::size_t distance(std::string_view a, std::string_view b) {
    std::u32string x;
    std::u32string y;
    for (std::size_t i = 0; i < a.size(); i += std::max(1U, char_at(a, i).size))
        x += char_at(a, i).code;
    for (std::size_t i = 0; i < b.size(); i += std::max(1U, char_at(b, i).size))
        y += char_at(b, i).code;
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({above + 1, row[j - 1] + 1, diagonal + (x[i - 1] == y[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[y.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
    std::string best;
    std::size_t least = std::max<std::size_t>(2, length(word) / 3) + 1;
    for (const std::string& candidate : words) {
        const std::size_t d = distance(word, candidate);
        if (d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

}  // namespace gouji
