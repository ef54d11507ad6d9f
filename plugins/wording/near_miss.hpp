// Finds stretches that are one wrong character away from a phrase or word of the genre.
//
// A phrase with one wrong character still has three of its first four right (of three characters,
// two): each such choice of characters leads to the phrase, and the rest is compared. A word of two
// characters has no such anchor; its slips are known beforehand, in a bitmap.
#pragma once

#include <gouji/wide_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "wording_tables.hpp"

namespace gouji::wording {

struct NearMiss {
    std::uint32_t at = 0;       ///< where the stretch begins, in characters
    std::uint32_t size = 0;     ///< how many it has
    std::uint32_t changed = 0;  ///< the wrong one
    char16_t right = 0;         ///< what should stand there
    Likeness likeness = Likeness::none;
    bool fixed = false;  ///< a fixed phrase was meant, not a free combination or a word
};

/// All candidates, by wrong character; for one character the likeliest first, then the shortest. A
/// character that some phrase explains exactly is no candidate. What words mean around them is the
/// caller's to judge.
[[nodiscard]] std::vector<NearMiss> near_misses(const WideText& text);

/// Whether the pair is a word that nobody writes by mistake: a common one, or one of the genre.
[[nodiscard]] bool is_common_word(char16_t first, char16_t second);

[[nodiscard]] bool is_loner(char16_t c);

}  // namespace gouji::wording
