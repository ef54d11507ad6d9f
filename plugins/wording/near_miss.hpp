// Finds stretches that are one wrong character away from a phrase or word of the genre.
//
// A phrase with one wrong character still has three of its first four right (of three characters,
// two): each such choice of characters leads to the phrase, and the rest is compared. A word of two
// characters has no such anchor; its slips are known beforehand, in a bitmap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

class NearMissSearch {
public:
    /// All candidates of a text, by wrong character; for one character the likeliest first, then
    /// the shortest. A character that some phrase explains exactly is no candidate. What words mean
    /// around them is the caller's to judge. The result lives until the next call.
    std::span<const NearMiss> find(std::span<const char16_t> text);

private:
    std::size_t run_from(std::size_t at);
    [[nodiscard]] std::uint8_t roles(std::size_t at) const;
    void anchored(std::size_t at, std::uint8_t opening, std::uint8_t middle, std::uint8_t last);
    void anchored(bool three, std::size_t at, std::size_t open);
    void compare_open(std::uint32_t id, std::size_t at, std::size_t open);
    void compare(std::uint32_t id, std::size_t at, std::size_t open);
    void compare_words(std::size_t at);
    void add(std::size_t at, std::span<const char16_t> meant, std::size_t wrong, bool fixed);
    void judge();

    std::span<const char16_t> codes_;
    std::vector<std::uint8_t> explained_;  ///< whether some phrase has this very character here
    std::vector<NearMiss> found_;
};

/// Whether the pair is a word that nobody writes by mistake: a common one, or one of the genre.
[[nodiscard]] bool is_common_word(char16_t first, char16_t second);

[[nodiscard]] bool is_loner(char16_t c);

}  // namespace gouji::wording
