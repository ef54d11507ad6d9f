#include "gouji/base/nearest.hpp"

#include "gouji/base/distance.hpp"

#include <algorithm>

namespace gouji {

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
    const std::u32string sought = characters(word);
    std::string best;
    auto least = static_cast<std::uint32_t>(std::max<std::size_t>(2, sought.size() / 3) + 1);
    for (const std::string& candidate : words) {
        const std::uint32_t d = distance(sought, characters(candidate), least);
        if (d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

Localized did_you_mean(std::string_view word, const std::vector<std::string>& known,
                       const Localized& fallback) {
    const std::string near = nearest(word, known);
    if (near.empty()) return fallback;
    return {"，最接近的是“" + near + "”", "; did you mean '" + near + "'?"};
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const std::string& word : words) {
        if (&word != &words.front()) out += separator;
        out += word;
    }
    return out;
}

}  // namespace gouji
