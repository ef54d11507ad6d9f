// The words that a run of Han characters can be read as, weighed by the lexicon.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "slip_table.hpp"

namespace gouji::wording {

/// All readings of a run, the best one, and what changes when a few characters are replaced. A
/// score is log10 of the product of the words' shares.
class SlipLattice {
public:
    static constexpr float unknown_share = -9;
    /// What a word costs besides its share, so that few words beat many.
    static constexpr float word_cost = 0.3F;
    static constexpr float single_cost = 1.0F;
    static constexpr float least_single = -7.0F;

    explicit SlipLattice(const SlipTable& table) : table_(table) {}

    /// A run without anything but Han characters. It has to outlive what is asked about it.
    void read(std::span<const char16_t> run);

    [[nodiscard]] std::size_t size() const { return run_.size(); }
    [[nodiscard]] char16_t at(std::size_t i) const { return run_[i]; }
    [[nodiscard]] std::span<const char16_t> run() const { return run_; }

    /// The word of the best reading that holds a character.
    struct Word {
        std::uint8_t size = 1;
        std::uint8_t offset = 0;  ///< of the character in it
        float share = 0;          ///< log10; unknown_share for a character that is no word
        bool genre = false;

        /// What it takes from the score of the reading.
        [[nodiscard]] float cost() const {
            return size == 1 ? std::min(single_cost - share, -least_single) : word_cost - share;
        }
    };
    [[nodiscard]] const Word& word_at(std::size_t i) const { return best_[i]; }

    /// What the best reading gains by a replacement, and its longest word over the place.
    struct Gain {
        float score = 0;
        std::uint8_t size = 0;  ///< of that word, in characters
        float share = 0;
        bool genre = false;     ///< one of the words over the place is of the lists
        std::size_t begin = 0;  ///< the words over the place, in characters of the run as it is
        std::size_t end = 0;
    };
    /// `right` for the characters [at, at + right.size()), at most four. Of less than `least` the
    /// score alone is told.
    [[nodiscard]] Gain gain(std::size_t at, std::span<const char16_t> right, float least) const;

    /// What a reading loses when its words are broken up at `begin` and `end` and what is between
    /// them is left out: a word there has to be worth more. log10, 0 or less without the word.
    [[nodiscard]] float without(std::size_t begin, std::size_t end) const {
        return forward_[begin] + backward_[end] - forward_[run_.size()];
    }
    /// How many characters in front of a place each may follow the one before in a word, up to
    /// the place; and how many from the place on.
    [[nodiscard]] std::size_t joined_before(std::size_t at) const { return before_[at]; }
    [[nodiscard]] std::size_t joined_from(std::size_t at) const { return from_here_[at]; }

private:
    static constexpr std::size_t reach = SlipTable::longest_word;

    [[nodiscard]] float single_score(char16_t c) const;
    void join();
    void look_up(std::size_t at);
    void read_forward();
    void read_backward();
    void choose();

    const SlipTable& table_;
    std::span<const char16_t> run_;
    std::vector<float> forward_;           ///< the best reading of what is in front
    std::vector<float> backward_;          ///< … and of what follows
    std::vector<std::uint8_t> before_;     ///< 1 to reach: characters up to a place that join
    std::vector<std::uint8_t> from_here_;  ///< … and from it on
    std::vector<std::uint32_t> last_;      ///< the last word of `forward_`: an edge + 1, or 0
    std::vector<Word> best_;
    struct Edge {
        float score;
        std::uint32_t begin;
        std::uint8_t size;
        bool genre;
    };
    std::vector<Edge> edges_;  ///< words of several characters, by where they begin
};

}  // namespace gouji::wording
