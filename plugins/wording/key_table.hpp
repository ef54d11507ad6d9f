// A small hashed table from keys of characters to numbers, and its bitmap. Like TermIndex it is
// a view of arrays that a generator prints; KeyTables builds them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace gouji::wording {

/// Two characters as one key.
[[nodiscard]] constexpr char32_t pair_key(char16_t first, char16_t second) {
    return (static_cast<char32_t>(first) << 16) | second;
}

[[nodiscard]] constexpr std::uint64_t key_hash(std::uint64_t key) {
    const std::uint64_t hash = key * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 31);
}

/// “Perhaps” or “no” for a key.
struct KeyBitmap {
    const std::uint64_t* words = nullptr;
    std::uint32_t bits = 6;

    [[nodiscard]] bool may_hold(std::uint64_t key) const { return may_hold_hash(key_hash(key)); }
    /// Two bits a key: one would say “perhaps” too often in a full bitmap.
    [[nodiscard]] bool may_hold_hash(std::uint64_t hash) const {
        return is_set(hash >> (64 - bits)) && is_set((hash << 23) >> (64 - bits));
    }

private:
    [[nodiscard]] bool is_set(std::uint64_t bit) const {
        return (words[bit >> 6] >> (bit & 63) & 1) != 0;
    }
};

/// What a pair of characters is to a set of phrases, as bits. Pairs that share a place share their
/// bits: a bit that is not set is certain, one that is set says “perhaps”.
struct PairRoles {
    static constexpr std::uint32_t bits = 16;
    const std::uint8_t* roles = nullptr;  ///< 2^bits

    [[nodiscard]] static constexpr std::size_t place(char16_t first, char16_t second) {
        return key_hash(pair_key(first, second)) >> (64 - bits);
    }
    [[nodiscard]] std::uint8_t of(char16_t first, char16_t second) const {
        return roles[place(first, second)];
    }
};

struct KeyEntry {
    std::uint32_t check =
        0;  ///< the low half of the key's hash: what it leads to is compared anyway
    std::uint32_t value = 0;
};

struct KeyValue {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
};

struct KeyTable {
    KeyBitmap bitmap;
    const std::uint32_t* buckets = nullptr;  ///< 2^bucket_bits + 1
    const KeyEntry* entries = nullptr;
    std::uint32_t bucket_bits = 1;

    /// Calls found(value) for every value of `key`, and rarely for another one.
    template <class Found>
    void each(std::uint64_t key, Found&& found) const {
        const std::uint64_t hash = key_hash(key);
        if (!bitmap.may_hold_hash(hash)) return;
        const std::uint64_t bucket = (hash << 19) >> (64 - bucket_bits);
        for (std::uint32_t i = buckets[bucket]; i < buckets[bucket + 1]; ++i) {
            if (entries[i].check == static_cast<std::uint32_t>(hash)) found(entries[i].value);
        }
    }
};

/// Owns the arrays of a KeyTable.
struct KeyTables {
    std::vector<std::uint64_t> bitmap;
    std::vector<std::uint32_t> buckets;
    std::vector<KeyEntry> entries;
    std::uint32_t bitmap_bits = 0;
    std::uint32_t bucket_bits = 0;

    explicit KeyTables(std::span<const KeyValue> from) : entries(from.size()) {
        const auto bits = static_cast<std::uint32_t>(std::bit_width(from.size()));
        bitmap_bits = std::max(6U, bits + 4);
        bucket_bits = std::max(1U, bits);
        bitmap.assign((std::size_t{1} << bitmap_bits) / 64, 0);
        buckets.assign((std::size_t{1} << bucket_bits) + 1, 0);
        const auto bucket = [&](std::uint64_t key) {
            return (key_hash(key) << 19) >> (64 - bucket_bits);
        };
        for (const KeyValue& entry : from) {
            set(bitmap, bitmap_bits, entry.key);
            ++buckets[bucket(entry.key) + 1];
        }
        std::partial_sum(buckets.begin(), buckets.end(), buckets.begin());
        std::vector<std::uint32_t> next(buckets.begin(), buckets.end() - 1);
        for (const KeyValue& entry : from) {
            entries[next[bucket(entry.key)]++] = {static_cast<std::uint32_t>(key_hash(entry.key)),
                                                  entry.value};
        }
    }

    static void set(std::vector<std::uint64_t>& bitmap, std::uint32_t bits, std::uint64_t key) {
        const std::uint64_t hash = key_hash(key);
        for (const std::uint64_t bit : {hash >> (64 - bits), (hash << 23) >> (64 - bits)}) {
            bitmap[bit >> 6] |= std::uint64_t{1} << (bit & 63);
        }
    }

    [[nodiscard]] KeyTable view() const {
        return {{bitmap.data(), bitmap_bits}, buckets.data(), entries.data(), bucket_bits};
    }
};

}  // namespace gouji::wording
