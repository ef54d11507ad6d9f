#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// The properties of a finding that stay when the words around it are edited, as numbers that can
/// be compared for nearness. It finds matches that the fingerprints, compared for equality, miss.
struct SimilarityKey {
    std::uint32_t kind = 0;     ///< the rule and message, and the report in a file of several
    std::uint32_t chapter = 0;  ///< what its chapter is about; never its number
    std::uint32_t words = 0;    ///< the marked words without figures
    std::uint64_t sketch = 0;   ///< of the sentence, see sketch()

    friend bool operator==(const SimilarityKey&, const SimilarityKey&) = default;

    /// Thirty-two hexadecimal digits and dashes: “1f0a93bc-…”.
    [[nodiscard]] std::string text() const;
    static std::optional<SimilarityKey> parse(std::string_view text);
};

/// The distance of two findings of one kind. Nothing when they are of different kinds, or no more
/// alike than any two sentences.
[[nodiscard]] std::optional<unsigned> distance(const SimilarityKey& one,
                                               const SimilarityKey& other);

/// Sixty-four bits of which similar texts share most: a SimHash over pairs of neighbouring
/// characters. Blanks, line ends, the width of characters and figures do not matter.
[[nodiscard]] std::uint64_t sketch(std::string_view text);

}  // namespace gouji
