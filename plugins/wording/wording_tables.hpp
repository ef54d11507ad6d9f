// What the generator makes of the lists in rules/wording: plain arrays, ready when mapped.
#pragma once

#include <gouji/term_index.hpp>

#include <cstdint>
#include <span>
#include <string_view>

#include "key_table.hpp"

namespace gouji::wording {

/// A stretch of a list's strings.
struct Piece {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
};

/// What stands beside a wrong string in its list. The contexts are parted by ';'.
struct Pair {
    Piece right;
    Piece not_behind;
    Piece not_before;
    Piece tag;  ///< the fifth column: what else the list says
};

/// A list of wrong strings. A TermRecord's id is the place of its pair.
struct PairList {
    TermIndex index;
    const Pair* pairs = nullptr;
    const char* strings = nullptr;

    [[nodiscard]] std::string_view text(Piece piece) const {
        return {strings + piece.at, piece.size};
    }
};

/// A plain list of strings, found by scanning.
struct WordList {
    TermIndex index;
};

enum class Likeness : std::uint8_t { none = 0, near_sound = 1, shape = 2, sound = 3 };

/// Which characters are mistaken for which: for each right character the wrong ones, sorted.
struct Confusions {
    std::span<const char16_t> rights;
    std::span<const std::uint32_t> begins;  ///< one more than rights
    std::span<const char16_t> wrongs;
    std::span<const std::uint8_t> likeness;

    [[nodiscard]] Likeness between(char16_t right, char16_t wrong) const;
};

/// Which characters of a phrase a key holds: of its first four (or three, of a phrase of three) all
/// but the one that may be wrong. A wrong character further on leaves the first three right.
[[nodiscard]] constexpr std::uint64_t anchor_key(bool three, std::size_t wrong,
                                                 const char16_t* text) {
    const std::size_t held = three ? 2 : 3;
    std::uint64_t key = three ? 4 + wrong : wrong;
    for (std::size_t i = 0; i <= held; ++i) {
        if (i != wrong) key = (key << 16) | text[i];
    }
    return key;
}

/// Where a pair of characters stands in some phrase. With one character wrong, a phrase still has
/// one of these pairs right: it says which keys are worth asking for.
enum PhraseRole : std::uint8_t {
    opens_long = 1,   ///< first and second of four or more
    goes_on = 2,      ///< third and fourth of four or more
    opens_short = 4,  ///< first and second of three
    ends_short = 8,   ///< second and third of three
    frames = 16,      ///< first and third of three
};

/// The phrases and words that a slip is measured against.
struct Phrases {
    std::span<const char16_t> codes;
    std::span<const std::uint32_t> begins;  ///< one more than there are phrases
    std::uint32_t fixed =
        0;             ///< the phrases below this are fixed; the others are free combinations
    PairRoles roles;   ///< PhraseRole
    KeyTable anchors;  ///< the right characters of a phrase with one wrong one -> phrase

    std::span<const char32_t> words_by_first;   ///< two characters a word, first one high, sorted
    std::span<const char32_t> words_by_second;  ///< second one high, sorted
    KeyBitmap word_slips;                       ///< pairs of characters one slip away from a word

    std::span<const char32_t> common_words;  ///< two-character words nobody writes by mistake
    std::span<const char32_t>
        rare_words;  ///< pairs that are excused where no phrase speaks against them
    std::span<const char16_t> loners;  ///< characters that stand alone as words

    [[nodiscard]] std::span<const char16_t> phrase(std::uint32_t id) const {
        return codes.subspan(begins[id], begins[id + 1] - begins[id]);
    }
};

extern const PairList typo_pairs;  ///< tag: "" never right, "doubtful"
extern const PairList term_pairs;  ///< tag: "" warning, "note"
extern const PairList norm_pairs;
extern const PairList style_pairs;
extern const PairList doubled_pairs;
extern const WordList legit_windows;       ///< one slip away from an idiom, and right
extern const WordList reduplications;      ///< XX that is right
extern const WordList doubled_boundaries;  ///< X|XW or WX|X that is right
extern const WordList repeated_adverbs;    ///< said once in a clause
extern const WordList laws;
extern const Confusions confusions;
extern const Phrases phrases;

}  // namespace gouji::wording
