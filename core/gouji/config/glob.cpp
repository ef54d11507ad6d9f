#include "gouji/config/glob.hpp"

#include <gouji/utf8.hpp>

#include <string>
#include <vector>

namespace gouji {
namespace {

std::vector<std::string_view> folders(std::string_view path) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t slash = path.find('/');
        out.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return out;
        path.remove_prefix(slash + 1);
    }
}

/// One name against one part of a glob: `*` any characters, `?` one. Going back to the last star
/// alone is enough, so the cost is the product of the sizes at worst.
bool name_matches(std::string_view glob, std::string_view name) {
    std::size_t g = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (n < name.size()) {
        const Char want = char_at(glob, g);
        const Char have = char_at(name, n);
        if (want.code == '*') {
            star = ++g;
            resume = n;
        } else if (want.size != 0 && (want.code == '?' || want.code == have.code)) {
            g += want.size;
            n += have.size;
        } else if (star != std::string_view::npos) {
            g = star;
            resume += char_at(name, resume).size;
            n = resume;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*') ++g;
    return g == glob.size();
}

}  // namespace

bool glob_matches(std::string_view glob, std::string_view path) {
    if (glob.starts_with("./")) glob.remove_prefix(2);
    if (path.starts_with("./")) path.remove_prefix(2);
    const std::string below = std::string(glob) + "**";
    if (glob.ends_with('/')) glob = below;
    std::vector<std::string_view> want = folders(glob);
    std::vector<std::string_view> have = folders(path);
    if (want.size() == 1) have.erase(have.begin(), have.end() - 1);

    // reach[i]: the parts of the path so far can be matched by the first i parts of the glob.
    std::vector<char> reach(want.size() + 1, 0);
    const auto pass_stars = [&] {
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (reach[i] != 0 && want[i] == "**") reach[i + 1] = 1;
        }
    };
    reach[0] = 1;
    pass_stars();
    for (const std::string_view name : have) {
        std::vector<char> next(reach.size(), 0);
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (reach[i] == 0) continue;
            if (want[i] == "**") {
                next[i] = 1;
            } else if (name_matches(want[i], name)) {
                next[i + 1] = 1;
            }
        }
        reach = std::move(next);
        pass_stars();
    }
    return reach.back() != 0;
}

}  // namespace gouji
