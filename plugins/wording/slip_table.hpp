// The lexicon and the n-grams that slips are measured against, as mapped from the plugin's
// read-only data: nothing is read or built when gouji starts. slip_table_writer makes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gouji::wording {

/// How a slip came about. The numbers are those of the table and of its decision trees.
enum class SlipKind : std::uint8_t {
    near_sound = 1,  ///< zh/z, n/l, -ng/-n
    shape = 2,
    sound = 3,
    swapped = 4,    ///< two neighbours in the wrong order
    homophone = 6,  ///< a word for another one of the same sound
};

/// A hash of characters that grows by one character at a time.
struct SlipHash {
    static constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    std::uint64_t state = 0x51ED270B9F3A2C77U;

    constexpr void add(char16_t c) { state = (state ^ c) * factor; }
    [[nodiscard]] constexpr std::uint64_t value() const {
        return (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9U;
    }
    [[nodiscard]] static constexpr std::uint64_t of(std::span<const char16_t> text) {
        SlipHash hash;
        for (const char16_t c : text) hash.add(c);
        return hash.value();
    }
};

/// An open-addressing table from hashes to counts in steps of a logarithm, 1 to 255. A slot holds
/// 24 bits of the hash and the count; one in some millions of questions is answered wrongly.
struct CountTable {
    const std::uint32_t* slots = nullptr;
    std::uint32_t size = 0;  ///< some slots are empty: every search ends

    [[nodiscard]] static constexpr std::uint32_t place(std::uint64_t hash, std::uint32_t size) {
        return static_cast<std::uint32_t>(((hash >> 32) * size) >> 32);
    }
    /// 0 where the table has no such entry.
    [[nodiscard]] std::uint32_t find(std::uint64_t hash) const {
        const auto print = static_cast<std::uint32_t>(hash & 0xFFFFFFU);
        std::uint32_t i = place(hash, size);
        while (slots[i] != 0) {
            if (slots[i] >> 8 == print) return slots[i] & 0xFFU;
            if (++i == size) i = 0;
        }
        return 0;
    }
};

/// How many numbers a candidate is judged by.
constexpr std::size_t slip_feature_count = 38;

/// A tree of seven decisions and eight leaves. A child below 7 is a decision, others are leaves.
struct SlipTree {
    static constexpr std::size_t decisions = 7;
    float least[decisions];
    float leaf[decisions + 1];
    std::uint8_t feature[decisions];
    std::uint8_t child[decisions][2];  ///< of a feature up to `least`, and of one above it
};

enum SlipSection : std::uint8_t {
    section_words,
    section_grams,
    section_pairs,
    section_patterns,
    section_singles,
    section_gram_singles,
    section_ambiguous,
    section_sounds,
    section_begins,
    section_rights,
    section_kinds,
    section_groups,
    section_group_begins,
    section_group_words,
    section_trees,
    section_count,
};

/// The longest word of the lexicon, in characters.
constexpr std::size_t longest_slip_word = 8;

/// What the table begins with; sections follow, each aligned to 64 bytes.
struct SlipHeader {
    static constexpr std::uint64_t mark = 0x3153'5049'4C53'4A47U;  // GJSLIPS1
    std::uint64_t magic = mark;
    float log_words = 0;  ///< log10 of the sum of all frequencies of the lexicon
    float log_grams = 0;  ///< log10 of the number of characters that n-grams were counted on
    float tree_base = 0;  ///< the score before the trees have spoken
    std::uint32_t most[longest_slip_word + 1] = {};  ///< by length: the count of the commonest word
    std::uint32_t at[section_count] = {};            ///< in bytes
    std::uint32_t count[section_count] = {};         ///< entries
};

/// A view of the table.
class SlipTable {
public:
    static constexpr std::size_t longest_word = longest_slip_word;
    static constexpr std::size_t longest_gram = 5;
    static constexpr char16_t first_han = 0x4E00;
    static constexpr std::size_t han_count = 20992;
    static constexpr std::uint32_t pair_bits = 22;
    /// One step of a count is a factor of 1.12.
    static constexpr float step = 0.0492180227F;

    /// `data` is a table made by the same build, or empty.
    explicit SlipTable(std::span<const std::byte> data);

    [[nodiscard]] bool empty() const { return header_ == nullptr; }

    /// Whether two characters may stand side by side in a word or an n-gram.
    [[nodiscard]] bool joins(char16_t first, char16_t second) const {
        const std::uint32_t bit = pair_place(first, second);
        return (pairs_[bit >> 6] >> (bit & 63) & 1) != 0;
    }
    [[nodiscard]] static constexpr std::uint32_t pair_place(char16_t first, char16_t second) {
        const std::uint64_t key = (static_cast<std::uint64_t>(first) << 16) | second;
        return static_cast<std::uint32_t>((key * SlipHash::factor) >> (64 - pair_bits));
    }

    /// A pattern is a word of several characters with one of them left open; its hash has `open`
    /// there. The count of the commonest word that fits, or of a commoner one: never too low.
    [[nodiscard]] std::uint32_t pattern(std::uint64_t hash) const {
        return patterns_[pattern_place(hash)];
    }
    static constexpr char16_t open = u'\0';
    static constexpr std::uint32_t pattern_bits = 20;
    [[nodiscard]] static constexpr std::size_t pattern_place(std::uint64_t hash) {
        return hash >> (64 - pattern_bits);
    }

    /// What the lexicon knows of a word of several characters.
    struct Word {
        std::uint32_t count = 0;  ///< 0 is unknown
        bool genre = false;       ///< in the lists of rules/wording, not only in the dictionary
    };
    [[nodiscard]] Word word(std::uint64_t hash) const {
        const std::uint32_t found = words_.find(hash);
        return {found & ~genre_bit, (found & genre_bit) != 0};
    }
    static constexpr std::uint32_t genre_bit = 0x80;
    /// The count of the commonest word of a length, 2 to longest_word; 0 where there is none.
    [[nodiscard]] std::uint32_t most(std::size_t size) const { return header_->most[size]; }
    /// The count of a character as a word.
    [[nodiscard]] std::uint32_t single(char16_t c) const {
        return in_range(c) ? singles_[c - first_han] : 0;
    }
    /// … of an n-gram of several characters.
    [[nodiscard]] std::uint32_t gram(std::uint64_t hash) const { return grams_.find(hash); }
    /// log10 of a count's share in the lexicon.
    [[nodiscard]] float share(std::uint32_t count) const {
        return static_cast<float>(count - 1) * step - header_->log_words;
    }
    /// log10 of the probability of the last character behind the others, by stupid backoff;
    /// `used` is the length of the n-gram that told it, 0 of none. 1 to longest_gram characters.
    [[nodiscard]] float gram_score(std::span<const char16_t> gram, std::uint8_t& used) const;

    /// Which characters are meant where another was typed.
    struct Rights {
        std::span<const char16_t> characters;
        std::span<const std::uint8_t> kinds;  ///< SlipKind
    };
    [[nodiscard]] Rights rights(char16_t wrong) const;

    /// Whether another word sounds like a word of this hash and differs from it in two characters
    /// or more; rarely yes where none does. Of words of the lexicon.
    [[nodiscard]] bool ambiguous(std::uint64_t hash) const {
        const std::uint32_t bit = ambiguous_place(hash);
        return (ambiguous_[bit >> 6] >> (bit & 63) & 1) != 0;
    }
    static constexpr std::uint32_t ambiguous_bits = 18;
    [[nodiscard]] static constexpr std::uint32_t ambiguous_place(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash >> (64 - ambiguous_bits));
    }
    /// All words of the sound of `word`, one behind the other, the most frequent first; empty where
    /// there is none besides itself.
    [[nodiscard]] std::span<const char16_t> homophones(std::span<const char16_t> word) const;
    /// A hash of sounds; 0 where a character has none.
    template <class SoundOf>
    [[nodiscard]] static std::uint64_t sound_key(std::span<const char16_t> word, SoundOf&& sound) {
        SlipHash hash;
        for (const char16_t c : word) {
            const std::uint16_t id = sound(c);
            if (id == 0) return 0;
            hash.add(id);
        }
        return hash.value();
    }

    [[nodiscard]] std::span<const SlipTree> trees() const { return trees_; }
    [[nodiscard]] float tree_base() const { return header_->tree_base; }

private:
    [[nodiscard]] std::uint32_t gram_single(char16_t c) const {
        return in_range(c) ? gram_singles_[c - first_han] : 0;
    }
    [[nodiscard]] static constexpr bool in_range(char16_t c) {
        return static_cast<std::size_t>(c) - first_han < han_count;
    }

    const SlipHeader* header_ = nullptr;
    CountTable words_;
    CountTable grams_;
    const std::uint64_t* pairs_ = nullptr;
    const std::uint8_t* patterns_ = nullptr;
    const std::uint8_t* singles_ = nullptr;
    const std::uint8_t* gram_singles_ = nullptr;
    const std::uint64_t* ambiguous_ = nullptr;
    const std::uint16_t* sounds_ = nullptr;
    const std::uint32_t* begins_ = nullptr;  ///< per Han character: where its rights begin
    const char16_t* rights_ = nullptr;
    const std::uint8_t* kinds_ = nullptr;
    std::span<const std::uint64_t> groups_;
    const std::uint32_t* group_begins_ = nullptr;
    const char16_t* group_words_ = nullptr;
    std::span<const SlipTree> trees_;
};

/// The table that was built into the plugin; empty where no dictionary was found at build time.
[[nodiscard]] const SlipTable& slip_table();

}  // namespace gouji::wording
