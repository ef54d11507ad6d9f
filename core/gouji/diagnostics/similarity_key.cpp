#include "gouji/diagnostics/similarity_key.hpp"

#include "gouji/base/hash.hpp"
#include <gouji/utf8.hpp>

#include <array>
#include <bit>

namespace gouji {
namespace {

// Bits that may differ. Unrelated sentences differ in 32 ± 4 of 64; one of thirty characters with
// a word exchanged in about 10, one of eight characters in about 18.
constexpr unsigned farthest = 22;
constexpr unsigned other_words = 6;    ///< what other marked words weigh, in bits
constexpr unsigned other_chapter = 6;  ///< and another chapter

/// Full-width forms as their half-width ones.
char32_t narrowed(char32_t code) { return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code; }

}  // namespace

std::string SimilarityKey::text() const {
    return hexadecimal(kind, 8) + "-" + hexadecimal(chapter, 8) + "-" + hexadecimal(words, 8) +
           "-" + hexadecimal(sketch, 16);
}

std::optional<SimilarityKey> SimilarityKey::parse(std::string_view text) {
    constexpr std::size_t length = 8 + 1 + 8 + 1 + 8 + 1 + 16;
    if (text.size() != length || text[8] != '-' || text[17] != '-' || text[26] != '-')
        return std::nullopt;
    const auto kind = from_hexadecimal(text.substr(0, 8));
    const auto chapter = from_hexadecimal(text.substr(9, 8));
    const auto words = from_hexadecimal(text.substr(18, 8));
    const auto sketch = from_hexadecimal(text.substr(27));
    if (!kind || !chapter || !words || !sketch) return std::nullopt;
    return SimilarityKey{static_cast<std::uint32_t>(*kind), static_cast<std::uint32_t>(*chapter),
                         static_cast<std::uint32_t>(*words), *sketch};
}

std::optional<unsigned> distance(const SimilarityKey& one, const SimilarityKey& other) {
    if (one.kind != other.kind) return std::nullopt;
    const unsigned out = static_cast<unsigned>(std::popcount(one.sketch ^ other.sketch)) +
                         (one.words == other.words ? 0U : other_words) +
                         (one.chapter == other.chapter ? 0U : other_chapter);
    return out <= farthest ? std::optional(out) : std::nullopt;
}

std::uint64_t sketch(std::string_view text) {
    std::array<std::int32_t, 64> votes{};
    char32_t before = 0;  // the text's edge is a character, too: a single one makes pairs
    bool any = false;
    const auto pair = [&](char32_t code) {
        std::uint64_t bits = spread((std::uint64_t{before} << 32U) | code);
        for (std::int32_t& vote : votes) {
            vote += (bits & 1U) != 0 ? 1 : -1;
            bits >>= 1U;
        }
        before = code;
    };
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        at += c.size;
        if (is_blank(c.code) || is_line_end(c.code)) continue;
        char32_t code = narrowed(c.code);
        if (code >= '0' && code <= '9') code = '0';
        if (code == '0' && before == '0') continue;  // a figure, however long
        pair(code);
        any = true;
    }
    if (!any) return 0;
    pair(0);
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < votes.size(); ++i)
        out |= std::uint64_t{votes[i] > 0 ? 1U : 0U} << i;
    return out;
}

}  // namespace gouji
