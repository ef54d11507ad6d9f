// gouji/phrases.hpp - find any of a fixed list of phrases in one pass. Header-only.
#ifndef GOUJI_PHRASES_HPP
#define GOUJI_PHRASES_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A list of phrases, built once in a rule's constructor and asked about many texts. One pass
/// over the text whatever the length of the list: std::string_view::find stops at nearly every
/// Chinese character, because they share their first bytes. Phrases have three bytes or more.
class Phrases {
public:
    struct Hit {
        std::size_t at = std::string_view::npos;
        std::size_t size = 0;
        std::size_t index = 0;  ///< which phrase, in the order given
        explicit operator bool() const { return at != std::string_view::npos; }
        [[nodiscard]] std::size_t end() const { return at + size; }
    };

    Phrases(std::initializer_list<std::string_view> phrases)
        : Phrases(std::vector<std::string>(phrases.begin(), phrases.end())) {}

    explicit Phrases(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
        for (std::size_t i = 0; i < phrases_.size(); ++i) {
            if (phrases_[i].size() >= 3) order_.push_back(i);
        }
        // Of phrases with one beginning the longest comes first.
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            const std::uint32_t x = start(phrases_[a], 0);
            const std::uint32_t y = start(phrases_[b], 0);
            return x != y ? x < y : phrases_[a].size() > phrases_[b].size();
        });
        for (const std::size_t i : order_) {
            const std::size_t bit = hash(start(phrases_[i], 0));
            filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        }
    }

    /// The first phrase at or after `from`; of several at one place the longest.
    [[nodiscard]] Hit next(std::string_view text, std::size_t from = 0) const {
        for (std::size_t at = from; at + 3 <= text.size(); at += step(text[at])) {
            const std::uint32_t key = start(text, at);
            const std::size_t bit = hash(key);
            if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) continue;
            if (const Hit hit = match(text, at, key)) return hit;
        }
        return {};
    }
    [[nodiscard]] bool in(std::string_view text) const { return static_cast<bool>(next(text)); }
    /// One of the phrases begins the text, or ends it.
    [[nodiscard]] bool begin(std::string_view text) const {
        return static_cast<bool>(prefix(text));
    }
    /// The longest phrase that begins the text.
    [[nodiscard]] Hit prefix(std::string_view text) const {
        return text.size() >= 3 ? match(text, 0, start(text, 0)) : Hit{};
    }
    [[nodiscard]] bool end(std::string_view text) const {
        return std::any_of(phrases_.begin(), phrases_.end(),
                           [&](const std::string& phrase) { return text.ends_with(phrase); });
    }
    [[nodiscard]] std::string_view operator[](std::size_t index) const { return phrases_[index]; }
    [[nodiscard]] std::size_t size() const { return phrases_.size(); }

private:
    /// Phrases begin where characters begin.
    static std::size_t step(char lead) {
        const auto byte = static_cast<unsigned char>(lead);
        return (byte & 0xF0U) == 0xE0U ? 3 : byte < 0xE0 ? 1 : 4;
    }
    static std::uint32_t start(std::string_view text, std::size_t at) {
        const auto byte = [&](std::size_t i) {
            return std::uint32_t{static_cast<unsigned char>(text[at + i])};
        };
        return byte(0) << 16 | byte(1) << 8 | byte(2);
    }
    static std::size_t hash(std::uint32_t key) { return key * 2654435761U >> 20; }

    [[nodiscard]] Hit match(std::string_view text, std::size_t at, std::uint32_t key) const {
        auto found = std::lower_bound(
            order_.begin(), order_.end(), key,
            [&](std::size_t i, std::uint32_t k) { return start(phrases_[i], 0) < k; });
        for (; found != order_.end() && start(phrases_[*found], 0) == key; ++found) {
            if (text.substr(at).starts_with(phrases_[*found]))
                return {at, phrases_[*found].size(), *found};
        }
        return {};
    }

    std::vector<std::string> phrases_;
    std::vector<std::size_t> order_;  ///< by first three bytes
    std::array<std::uint64_t, 64> filter_{};
};

}  // namespace gouji

#endif  // GOUJI_PHRASES_HPP
