#include "slip_table.hpp"

#include <algorithm>
#include <cstring>

namespace gouji::wording {
namespace {

/// What each step back to a shorter n-gram costs: log10 of 0.4.
constexpr float backoff = 0.398F;
/// log10 of the probability of a character that no n-gram holds.
constexpr float unseen = -7.5F;

}  // namespace

SlipTable::SlipTable(std::span<const std::byte> data) {
    if (data.size() < sizeof(SlipHeader)) return;
    const auto* header = reinterpret_cast<const SlipHeader*>(data.data());
    if (header->magic != SlipHeader::mark) return;
    header_ = header;
    const auto section = [&]<class Entry>(SlipSection which, Entry*) {
        return std::span(reinterpret_cast<const Entry*>(data.data() + header->at[which]),
                         header->count[which]);
    };
    const auto table = [&](SlipSection which) {
        const auto slots = section(which, static_cast<std::uint32_t*>(nullptr));
        return CountTable{slots.data(), static_cast<std::uint32_t>(slots.size())};
    };
    words_ = table(section_words);
    grams_ = table(section_grams);
    pairs_ = section(section_pairs, static_cast<std::uint64_t*>(nullptr)).data();
    patterns_ = section(section_patterns, static_cast<std::uint8_t*>(nullptr)).data();
    singles_ = section(section_singles, static_cast<std::uint8_t*>(nullptr)).data();
    gram_singles_ = section(section_gram_singles, static_cast<std::uint8_t*>(nullptr)).data();
    ambiguous_ = section(section_ambiguous, static_cast<std::uint64_t*>(nullptr)).data();
    sounds_ = section(section_sounds, static_cast<std::uint16_t*>(nullptr)).data();
    begins_ = section(section_begins, static_cast<std::uint32_t*>(nullptr)).data();
    rights_ = section(section_rights, static_cast<char16_t*>(nullptr)).data();
    kinds_ = section(section_kinds, static_cast<std::uint8_t*>(nullptr)).data();
    groups_ = section(section_groups, static_cast<std::uint64_t*>(nullptr));
    group_begins_ = section(section_group_begins, static_cast<std::uint32_t*>(nullptr)).data();
    group_words_ = section(section_group_words, static_cast<char16_t*>(nullptr)).data();
    trees_ = section(section_trees, static_cast<SlipTree*>(nullptr));
}

float SlipTable::gram_score(std::span<const char16_t> gram, std::uint8_t& used) const {
    // No longer n-gram can be known than its pairs are.
    std::size_t joined = 1;
    while (joined < gram.size() &&
           joins(gram[gram.size() - joined - 1], gram[gram.size() - joined]))
        ++joined;
    float penalty = backoff * static_cast<float>(gram.size() - joined);
    for (std::size_t size = joined; size > 1; --size) {
        const auto tail = gram.last(size);
        SlipHash hash;
        for (const char16_t c : tail.first(size - 1)) hash.add(c);
        const std::uint64_t context = hash.value();
        hash.add(tail.back());
        if (const std::uint32_t count = grams_.find(hash.value()); count != 0) {
            used = static_cast<std::uint8_t>(size);
            const std::uint32_t all = size == 2 ? gram_single(tail[0]) : grams_.find(context);
            const auto steps = static_cast<float>(count) - static_cast<float>(all);
            return std::min(0.0F, steps * step) - penalty;
        }
        penalty += backoff;
    }
    const std::uint32_t count = gram_single(gram.back());
    used = count == 0 ? 0 : 1;
    if (count == 0) return unseen - penalty - backoff;
    return static_cast<float>(count - 1) * step - header_->log_grams - penalty;
}

SlipTable::Rights SlipTable::rights(char16_t wrong) const {
    if (!in_range(wrong)) return {};
    const std::uint32_t begin = begins_[wrong - first_han];
    const std::uint32_t size = begins_[wrong - first_han + 1] - begin;
    return {{rights_ + begin, size}, {kinds_ + begin, size}};
}

std::span<const char16_t> SlipTable::homophones(std::span<const char16_t> word) const {
    const std::uint64_t key = sound_key(word, [this](char16_t c) {
        return in_range(c) ? sounds_[c - first_han] : std::uint16_t{0};
    });
    if (key == 0) return {};
    const auto found = std::ranges::lower_bound(groups_, key);
    if (found == groups_.end() || *found != key) return {};
    const std::uint32_t* begin = group_begins_ + (found - groups_.begin());
    return {group_words_ + begin[0], group_words_ + begin[1]};
}

}  // namespace gouji::wording
