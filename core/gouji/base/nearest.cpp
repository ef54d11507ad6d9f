#include "gouji/base/nearest.hpp"

#include "gouji/base/distance.hpp"

#include <algorithm>

namespace gouji {

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
    const std::u32string wanted = characters(word);
    std::string best;
    auto least = static_cast<std::uint32_t>(std::max<std::size_t>(2, wanted.size() / 3) + 1);
    for (const std::string& candidate : words) {
        const std::uint32_t d = distance(wanted, characters(candidate), least);
        if (d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

}  // namespace gouji
