#include "fuzz/damage.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "fuzz/target.hpp"

namespace gouji::fuzz {
namespace {

/// The stretch between two signs around a place: a line, a tag, a cell.
struct Signs {
    char first, last;
};
constexpr Signs around[] = {{'\n', '\n'}, {'<', '>'}, {'|', '|'}, {'\t', '\t'}, {'"', '"'}};

}  // namespace

void demand(bool truth, const char* what) {
    if (truth) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

std::vector<std::string> read_dictionary(const std::string& path) {
    std::vector<std::string> out;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const std::size_t open = line.find('"'), close = line.rfind('"');
        if (line.starts_with('#') || open == close) continue;
        std::string word;
        for (std::size_t at = open + 1; at < close; ++at) {
            if (line[at] != '\\') {
                word += line[at];
            } else if (line[++at] == 'x') {
                word +=
                    static_cast<char>(std::strtoul(line.substr(at + 1, 2).c_str(), nullptr, 16));
                at += 2;
            } else {
                word += line[at];
            }
        }
        out.push_back(std::move(word));
    }
    return out;
}

std::string damaged(std::string text, const std::vector<std::string>& words,
                    sample::Chance& chance) {
    const auto below = [&](std::size_t bound) {
        return static_cast<std::size_t>(chance.below(static_cast<int>(bound)));
    };
    for (std::size_t wounds = 1 + below(6); wounds > 0; --wounds) {
        std::size_t at = below(text.size());
        std::size_t size = below(200);
        if (chance.one_in(2)) {
            const Signs signs = around[below(std::size(around))];
            at = std::min(text.find(signs.first, at), text.size());
            size = std::min(text.find(signs.last, std::min(at + 1, text.size())), text.size()) - at;
        }
        const std::string stretch = text.substr(at, size);
        switch (below(5)) {
            case 0:
                text.erase(at, size);
                break;
            case 1:
                for (std::size_t times = chance.one_in(8) ? 40 : 1; times > 0; --times)
                    text.insert(at, stretch);
                break;
            case 2:
                text.erase(at, size);
                text.insert(below(text.size() + 1), stretch);
                break;
            default:
                if (words.empty()) break;
                if (chance.one_in(2)) text.erase(at, size);
                for (std::size_t times = chance.one_in(16) ? 200 : 1; times > 0; --times)
                    text.insert(at, words[below(words.size())]);
        }
    }
    return text;
}

}  // namespace gouji::fuzz
