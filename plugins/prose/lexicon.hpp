#pragma once

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gouji::prose {

/// One word of a grammar and what it means there.
template <class Kind>
struct Entry {
    std::string_view word;
    Kind kind{};
    std::uint16_t detail = 0;  ///< the grammar's own: which row, which channel …
};

/// What the detail of a kind's words stands for; numbered from 1.
struct Detail {
    std::string_view key;
    std::string_view name;  ///< the first of its words
};

/// Where a word stands in a text.
template <class Kind>
struct Hit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Kind kind{};
    std::uint16_t detail = 0;
};

/// A grammar's words, found in one pass, the longest at each place. Built once with the rule;
/// looking does not slow down as the list grows.
template <class Kind>
class Lexicon {
public:
    explicit Lexicon(std::span<const Entry<Kind>> entries)
        : entries_(entries.begin(), entries.end()) {
        std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
            const std::size_t left = bucket(a.word);
            const std::size_t right = bucket(b.word);
            return left != right ? left < right : a.word.size() > b.word.size();
        });
        std::size_t at = 0;
        for (std::size_t i = 0; i <= buckets; ++i) {
            while (at < entries_.size() && bucket(entries_[at].word) < i) ++at;
            starts_[i] = static_cast<std::uint16_t>(at);
        }
    }

    /// The longest word that starts at `at`, or null.
    [[nodiscard]] const Entry<Kind>* at(std::string_view text, std::size_t at) const {
        const std::string_view rest = text.substr(at);
        const std::size_t i = bucket(rest);
        for (std::size_t entry = starts_[i]; entry < starts_[i + 1]; ++entry) {
            if (rest.starts_with(entries_[entry].word)) return &entries_[entry];
        }
        return nullptr;
    }

    /// Calls `found(hit)` for every word, left to right, none overlapping.
    template <class Found>
    void scan(std::string_view text, Found found) const {
        for (std::size_t at = 0; at < text.size();) {
            if (const Entry<Kind>* entry = this->at(text, at)) {
                const std::size_t end = at + entry->word.size();
                found(Hit<Kind>{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                                entry->kind, entry->detail});
                at = end;
            } else {
                at += std::max<std::uint32_t>(1, char_at(text, at).size);
            }
        }
    }

private:
    static constexpr std::size_t buckets = 512;

    /// By the first character; every word starts with one that takes up to three bytes.
    static std::size_t bucket(std::string_view text) {
        std::uint32_t key = static_cast<unsigned char>(text[0]);
        if (key >= 0xE0 && text.size() >= 3) {
            key = (key << 12) ^
                  (static_cast<std::uint32_t>(static_cast<unsigned char>(text[1])) << 6) ^
                  static_cast<unsigned char>(text[2]);
        }
        return (key * 2654435761U) >> 23;
    }

    std::vector<Entry<Kind>> entries_;
    std::array<std::uint16_t, buckets + 1> starts_{};
};

}  // namespace gouji::prose
