// Finds characters that were probably typed for others: those with which the text would make far
// likelier words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "slip_lattice.hpp"
#include "slip_opening.hpp"
#include "slip_table.hpp"

namespace gouji::wording {

/// A replacement of as many characters as `right` has, and how much speaks for it.
struct SlipCandidate {
    std::size_t at = 0;  ///< in the run, in characters
    std::uint8_t size = 0;
    char16_t right[4] = {};
    SlipKind kind = SlipKind::sound;
    SlipLattice::Gain words;    ///< what the reading gains
    float grams = 0;            ///< what the n-grams gain, log10
    std::uint8_t old_gram = 0;  ///< longest n-gram over the place, before
    std::uint8_t new_gram = 0;  ///< … and after
    float second = 0;           ///< what the best other candidate here gains
    float score = 0;            ///< the trees' word: above 0 the slip is likelier than not

    [[nodiscard]] std::span<const char16_t> replacement() const { return {right, size}; }
    [[nodiscard]] float gain() const { return words.score + grams; }
    [[nodiscard]] bool meets(const SlipCandidate& other) const {
        return at < other.at + other.size && other.at < at + size;
    }
};

/// A replacement that somebody else thinks of.
struct SlipProposal {
    std::size_t at = 0;
    char16_t right = 0;
    SlipKind kind = SlipKind::sound;
};

class SlipSearch {
public:
    explicit SlipSearch(const SlipTable& table)
        : table_(table), lattice_(table), opening_(table, lattice_) {}
    SlipSearch(const SlipSearch&) = delete;
    SlipSearch& operator=(const SlipSearch&) = delete;

    /// The candidates of a run of Han characters, each with its score, the best of those that
    /// overlap or touch. The result lives until the next call.
    std::span<const SlipCandidate> find(std::span<const char16_t> run,
                                        std::span<const SlipProposal> proposals = {});

    /// What a candidate of the last run is judged by.
    using Features = std::array<float, slip_feature_count>;
    [[nodiscard]] Features features(const SlipCandidate& candidate);

private:
    void propose_at(std::size_t at);
    /// Words of the same sound for the word there.
    void propose_words(std::size_t at, std::size_t size);
    /// Whether a better word at the place could gain enough.
    [[nodiscard]] bool doubtful(std::size_t at) const;
    void propose(std::size_t at, std::span<const char16_t> right, SlipKind kind);
    [[nodiscard]] bool known(std::size_t at, std::span<const char16_t> right) const;
    void weigh_grams(SlipCandidate& candidate);
    [[nodiscard]] float score(const SlipCandidate& candidate);

    struct Gram {
        float score = std::numeric_limits<float>::quiet_NaN();  ///< not asked for yet
        std::uint8_t used = 0;
    };
    const Gram& gram_at(std::size_t i);

    const SlipTable& table_;
    SlipLattice lattice_;
    SlipOpening opening_;
    std::vector<Gram> grams_;
    std::vector<SlipCandidate> all_;
    std::vector<SlipCandidate> best_;
};

}  // namespace gouji::wording
