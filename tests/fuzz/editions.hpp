#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/edition/lexicon.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace gouji::fuzz {

/// The official forms of these sources.
inline const std::vector<Edition>& editions() {
    static const auto loaded = [] {
        auto result = load_editions(GOUJI_ROOT "/rules/editions");
        if (!result) {
            std::fprintf(stderr, "%s\n", result.error().en.c_str());
            std::exit(2);
        }
        return *std::move(result);
    }();
    return loaded;
}

inline const Lexicon& lexicon() {
    static const Lexicon made(editions());
    return made;
}

}  // namespace gouji::fuzz
