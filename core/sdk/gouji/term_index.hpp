// gouji/term_index.hpp - finds many terms in one pass over a text.
//
// A term is found by its first two Han characters: they are hashed, a bitmap says no to almost
// every place, and what is left is compared byte for byte. The tables are plain arrays, so that a
// generator can print them into a source file: such an index is ready as soon as it is mapped,
// whatever its size. TermTables builds the same arrays at run time.
#ifndef GOUJI_TERM_INDEX_HPP
#define GOUJI_TERM_INDEX_HPP

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A term in the tables: its bytes lie in the index's text.
struct TermRecord {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
    std::uint32_t id = 0;  ///< what the caller knows it by

    friend constexpr bool operator==(const TermRecord&, const TermRecord&) = default;
};

namespace detail {

inline constexpr std::size_t long_key = 6;   // two Han characters
inline constexpr std::size_t short_key = 3;  // one

/// The first eight bytes of a text, fewer where it ends, as a number with the first one lowest.
[[nodiscard]] inline std::uint64_t term_bytes(const char* text, std::size_t available) {
    std::uint64_t bytes = 0;
    // Eight bytes in one load wherever the text is long enough.
    if (available >= sizeof bytes) {
        std::memcpy(&bytes, text, sizeof bytes);
    } else {
        std::memcpy(&bytes, text, available);
    }
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
}

/// The first `size` of them as a key; `size` keeps keys of both kinds apart.
[[nodiscard]] constexpr std::uint64_t term_key(std::uint64_t bytes, std::size_t size) {
    return (bytes & ((std::uint64_t{1} << (size * 8)) - 1)) | (std::uint64_t{size} << 56);
}

[[nodiscard]] constexpr std::uint64_t term_hash(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29);
}

}  // namespace detail

/// A view of the tables. Copy it freely; it lives as long as they do.
struct TermIndex {
    const std::uint64_t* bitmap = nullptr;   ///< 2^bitmap_bits bits
    const std::uint32_t* buckets = nullptr;  ///< 2^bucket_bits + 1 offsets into terms
    const TermRecord* terms = nullptr;       ///< grouped by bucket
    const char* text = nullptr;
    std::uint32_t bitmap_bits = 0;
    std::uint32_t bucket_bits = 0;
    std::uint32_t short_terms = 0;  ///< how many terms have fewer than six bytes

    [[nodiscard]] std::string_view term(const TermRecord& record) const {
        return {text + record.at, record.size};
    }

    /// Calls hit(at, record) for every term at every place of `where`, left to right; of the terms
    /// at one place in no particular order. `where` must be well-formed UTF-8.
    template <class Hit>
    void scan(std::string_view where, Hit&& hit) const {
        if (bitmap == nullptr) return;
        const std::size_t size = where.size();
        for (std::size_t at = 0; at + detail::short_key <= size;) {
            const char* here = where.data() + at;
            const std::size_t left = size - at;
            const std::uint64_t bytes = detail::term_bytes(here, left);
            const std::uint64_t key = detail::term_hash(detail::term_key(bytes, detail::long_key));
            if (left >= detail::long_key && may_hold(key)) probe(key, where, at, hit);
            if (short_terms != 0) {
                const std::uint64_t one =
                    detail::term_hash(detail::term_key(bytes, detail::short_key));
                if (may_hold(one)) probe(one, where, at, hit);
            }
            const auto lead = static_cast<unsigned char>(*here);
            at += (lead & 0xF0U) == 0xE0U ? 3 : lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 4;
        }
    }

private:
    [[nodiscard]] bool may_hold(std::uint64_t hash) const {
        const std::uint64_t bit = hash >> (64 - bitmap_bits);
        return (bitmap[bit >> 6] >> (bit & 63) & 1) != 0;
    }
    /// Not inlined: it is called at one place in some twenty.
    template <class Hit>
    [[gnu::noinline]] void probe(std::uint64_t hash, std::string_view where, std::size_t at,
                                 Hit& hit) const {
        const std::uint64_t bucket = (hash << 17) >> (64 - bucket_bits);
        for (std::uint32_t i = buckets[bucket]; i < buckets[bucket + 1]; ++i) {
            const TermRecord& record = terms[i];
            if (record.size > where.size() - at) continue;
            const char* const here = where.data() + at;
            const char* const term = text + record.at;
            // Many terms begin alike (政府信息…); their last bytes differ.
            if (here[record.size - 1] == term[record.size - 1] &&
                std::memcmp(here, term, record.size) == 0) {
                hit(at, record);
            }
        }
    }
};

/// Owns tables built from a list. Terms of fewer than three bytes (one or two Latin letters) are
/// left out: such a list needs another tool.
class TermTables {
public:
    TermTables() = default;

    /// The id of a term is its place in `terms`.
    explicit TermTables(std::span<const std::string_view> terms) {
        std::vector<std::uint64_t> hashes;
        for (std::size_t id = 0; id < terms.size(); ++id) {
            const std::string_view term = terms[id];
            if (term.size() < detail::short_key) continue;
            const bool is_short = term.size() < detail::long_key;
            short_terms_ += is_short ? 1 : 0;
            hashes.push_back(detail::term_hash(
                detail::term_key(detail::term_bytes(term.data(), term.size()),
                                 is_short ? detail::short_key : detail::long_key)));
            records_.push_back({static_cast<std::uint32_t>(text_.size()),
                                static_cast<std::uint32_t>(term.size()),
                                static_cast<std::uint32_t>(id)});
            text_ += term;
        }
        const auto bits = static_cast<std::uint32_t>(std::bit_width(hashes.size()));
        bitmap_bits_ = std::max(10U, bits + 4);  // one bit in sixteen at most is set
        bucket_bits_ = std::max(4U, bits);
        bitmap_.assign((std::size_t{1} << bitmap_bits_) / 64, 0);
        buckets_.assign((std::size_t{1} << bucket_bits_) + 1, 0);

        const auto bucket = [&](std::size_t i) { return (hashes[i] << 17) >> (64 - bucket_bits_); };
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            const std::uint64_t bit = hashes[i] >> (64 - bitmap_bits_);
            bitmap_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
            ++buckets_[bucket(i) + 1];
        }
        std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
        std::vector<TermRecord> grouped(records_.size());
        std::vector<std::uint32_t> next(buckets_.begin(), buckets_.end() - 1);
        for (std::size_t i = 0; i < hashes.size(); ++i) grouped[next[bucket(i)]++] = records_[i];
        records_ = std::move(grouped);
    }

    [[nodiscard]] TermIndex view() const {
        return {bitmap_.empty() ? nullptr : bitmap_.data(),
                buckets_.data(),
                records_.data(),
                text_.data(),
                bitmap_bits_,
                bucket_bits_,
                short_terms_};
    }

    [[nodiscard]] std::span<const std::uint64_t> bitmap() const { return bitmap_; }
    [[nodiscard]] std::span<const std::uint32_t> buckets() const { return buckets_; }
    [[nodiscard]] std::span<const TermRecord> records() const { return records_; }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::vector<std::uint64_t> bitmap_;
    std::vector<std::uint32_t> buckets_;
    std::vector<TermRecord> records_;
    std::string text_;
    std::uint32_t bitmap_bits_ = 0;
    std::uint32_t bucket_bits_ = 0;
    std::uint32_t short_terms_ = 0;
};

}  // namespace gouji

#endif  // GOUJI_TERM_INDEX_HPP
