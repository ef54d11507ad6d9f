#include "slip_table_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

namespace gouji::wording {
namespace {

constexpr std::u16string_view numerals = u"〇一二三四五六七八九十百千万亿两零";
/// A character that is rarer than this as a word is not what somebody meant to type.
constexpr std::uint32_t least_meant = 300;
/// Words of one sound that are rarer are not taken for each other.
constexpr std::uint32_t least_homophone = 20;
/// Of every hundred slots so many are taken: a search for what is not there ends soon.
constexpr std::size_t load = 60;

std::uint8_t step_of(double count, double most) {
    return static_cast<std::uint8_t>(
        std::clamp(std::round(std::log10(count) / SlipTable::step) + 1, 1.0, most));
}

/// Filled in the order of the hashes, so that the table does not depend on anybody else's.
std::vector<std::uint32_t> slots_of(std::vector<std::pair<std::uint64_t, std::uint32_t>> counts) {
    std::ranges::sort(counts);
    const auto size = static_cast<std::uint32_t>(counts.size() * 100 / load + 16);
    std::vector<std::uint32_t> slots(size, 0);
    for (const auto& [hash, value] : counts) {
        std::uint32_t i = CountTable::place(hash, size);
        while (slots[i] != 0) i = i + 1 == size ? 0 : i + 1;
        slots[i] = static_cast<std::uint32_t>(hash & 0xFFFFFFU) << 8 | value;
    }
    return slots;
}

class Writer {
public:
    Writer() : bytes_(sizeof(SlipHeader)) {}

    template <class Entry>
    void section(SlipSection which, const std::vector<Entry>& entries) {
        constexpr std::size_t alignment = 64;
        bytes_.resize((bytes_.size() + alignment - 1) / alignment * alignment);
        header.at[which] = static_cast<std::uint32_t>(bytes_.size());
        header.count[which] = static_cast<std::uint32_t>(entries.size());
        const auto* from = reinterpret_cast<const std::byte*>(entries.data());
        bytes_.insert(bytes_.end(), from, from + entries.size() * sizeof(Entry));
    }
    [[nodiscard]] std::vector<std::byte> finish() {
        std::memcpy(bytes_.data(), &header, sizeof header);
        return std::move(bytes_);
    }

    SlipHeader header;

private:
    std::vector<std::byte> bytes_;
};

void write_words(Writer& out, const SlipLexicon& lexicon) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> counts;
    std::vector<std::uint8_t> singles(SlipTable::han_count, 0);
    double sum = 0;
    for (const auto& [word, known] : lexicon.words) {
        sum += known.frequency;
        if (word.size() == 1) {
            singles[word[0] - SlipTable::first_han] = step_of(known.frequency, 255);
        } else {
            const std::uint32_t step = step_of(known.frequency, SlipTable::genre_bit - 1);
            counts.emplace_back(SlipHash::of(word),
                                step | (known.genre ? SlipTable::genre_bit : 0));
            out.header.most[word.size()] = std::max(out.header.most[word.size()], step);
        }
    }
    out.header.log_words = static_cast<float>(std::log10(sum));
    out.section(section_words, slots_of(std::move(counts)));
    out.section(section_singles, singles);
}

void write_patterns(Writer& out, const SlipLexicon& lexicon) {
    std::vector<std::uint8_t> patterns(std::size_t{1} << SlipTable::pattern_bits, 0);
    for (const auto& [word, known] : lexicon.words) {
        if (word.size() < 2) continue;
        const std::uint8_t step = step_of(known.frequency, SlipTable::genre_bit - 1);
        for (std::size_t open = 0; open < word.size(); ++open) {
            std::u16string pattern = word;
            pattern[open] = SlipTable::open;
            std::uint8_t& most = patterns[SlipTable::pattern_place(SlipHash::of(pattern))];
            most = std::max(most, step);
        }
    }
    out.section(section_patterns, patterns);
}

void write_pairs(Writer& out, const SlipLexicon& lexicon) {
    std::vector<std::uint64_t> pairs((std::size_t{1} << SlipTable::pair_bits) / 64, 0);
    const auto add = [&](const std::u16string& text) {
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            const std::uint32_t bit = SlipTable::pair_place(text[i], text[i + 1]);
            pairs[bit >> 6] |= std::uint64_t{1} << (bit & 63);
        }
    };
    for (const auto& [word, known] : lexicon.words) add(word);
    for (const auto& [text, frequency] : lexicon.texts) add(text);
    out.section(section_pairs, pairs);
}

void write_grams(Writer& out, const SlipLexicon& lexicon) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> seen;
    std::vector<double> singles(SlipTable::han_count, 0);
    double sum = 0;
    for (const auto& [text, frequency] : lexicon.texts) {
        sum += static_cast<double>(frequency) * static_cast<double>(text.size());
        for (std::size_t at = 0; at < text.size(); ++at) {
            singles[text[at] - SlipTable::first_han] += frequency;
            SlipHash hash;
            hash.add(text[at]);
            const std::size_t end = std::min(text.size(), at + SlipTable::longest_gram);
            for (std::size_t i = at + 1; i < end; ++i) {
                hash.add(text[i]);
                seen.emplace_back(hash.value(), frequency);
            }
        }
    }
    std::ranges::sort(seen);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> steps;
    for (auto entry = seen.begin(); entry != seen.end();) {
        const std::uint64_t hash = entry->first;
        double count = 0;
        for (; entry != seen.end() && entry->first == hash; ++entry) count += entry->second;
        steps.emplace_back(hash, step_of(count, 255));
    }
    std::vector<std::uint8_t> single_steps;
    for (const double count : singles) single_steps.push_back(count == 0 ? 0 : step_of(count, 255));
    out.header.log_grams = static_cast<float>(std::log10(sum));
    out.section(section_grams, slots_of(std::move(steps)));
    out.section(section_gram_singles, single_steps);
}

void write_confusions(Writer& out, const ConfusionSets& sets) {
    std::map<char16_t, std::map<char16_t, std::uint8_t>> by_wrong;
    for (const auto& [right, wrongs] : sets) {
        for (const auto& [wrong, how] : wrongs)
            by_wrong[wrong][right] = static_cast<std::uint8_t>(how);
    }
    std::vector<std::uint32_t> begins;
    std::vector<char16_t> rights;
    std::vector<std::uint8_t> kinds;
    for (std::size_t i = 0; i < SlipTable::han_count; ++i) {
        begins.push_back(static_cast<std::uint32_t>(rights.size()));
        const auto found = by_wrong.find(static_cast<char16_t>(SlipTable::first_han + i));
        if (found == by_wrong.end()) continue;
        for (const auto& [right, kind] : found->second) {
            rights.push_back(right);
            kinds.push_back(kind);
        }
    }
    begins.push_back(static_cast<std::uint32_t>(rights.size()));
    out.section(section_begins, begins);
    out.section(section_rights, rights);
    out.section(section_kinds, kinds);
}

void write_homophones(Writer& out, const SlipLexicon& lexicon, const HanTable& han) {
    std::vector<std::uint16_t> sounds(SlipTable::han_count, 0);
    std::map<std::string, std::uint16_t> ids;
    for (const auto& [code, character] : han) {
        if (character.sounds.empty() || code < SlipTable::first_han ||
            code - SlipTable::first_han >= static_cast<int>(SlipTable::han_count))
            continue;
        const auto next = static_cast<std::uint16_t>(ids.size() + 1);
        sounds[code - SlipTable::first_han] =
            ids.emplace(character.sounds.front(), next).first->second;
    }
    const auto key_of = [&](const std::u16string& word) {
        return SlipTable::sound_key(word,
                                    [&](char16_t c) { return sounds[c - SlipTable::first_han]; });
    };
    std::map<std::uint64_t, std::vector<std::pair<std::uint32_t, std::u16string>>> groups;
    for (const auto& [word, known] : lexicon.words) {
        // Which of two names is meant no lexicon can say.
        if (word.size() < 2 || word.size() > 4 || known.name || known.frequency < least_homophone)
            continue;
        if (const std::uint64_t key = key_of(word); key != 0)
            groups[key].emplace_back(~known.frequency, word);
    }
    std::vector<std::uint64_t> ambiguous((std::size_t{1} << SlipTable::ambiguous_bits) / 64, 0);
    for (const auto& [word, known] : lexicon.words) {
        if (word.size() < 2 || word.size() > 4) continue;
        const auto group = groups.find(key_of(word));
        if (group == groups.end()) continue;
        const bool other = std::ranges::any_of(group->second, [&, &word = word](const auto& one) {
            std::size_t different = 0;
            for (std::size_t i = 0; i < std::min(word.size(), one.second.size()); ++i)
                different += one.second[i] != word[i] ? 1 : 0;
            return different >= 2;
        });
        if (!other) continue;
        const std::uint32_t bit = SlipTable::ambiguous_place(SlipHash::of(word));
        ambiguous[bit >> 6] |= std::uint64_t{1} << (bit & 63);
    }
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> begins;
    std::vector<char16_t> letters;
    for (auto& [key, words] : groups) {
        if (words.size() < 2) continue;
        std::ranges::sort(words);
        keys.push_back(key);
        begins.push_back(static_cast<std::uint32_t>(letters.size()));
        for (const auto& [rank, word] : words)
            letters.insert(letters.end(), word.begin(), word.end());
    }
    begins.push_back(static_cast<std::uint32_t>(letters.size()));
    out.section(section_ambiguous, ambiguous);
    out.section(section_sounds, sounds);
    out.section(section_groups, keys);
    out.section(section_group_begins, begins);
    out.section(section_group_words, letters);
}

}  // namespace

std::u16string meant_characters(const SlipLexicon& lexicon) {
    std::u16string meant;
    for (const auto& [word, known] : lexicon.words) {
        if (word.size() == 1 && known.frequency >= least_meant &&
            numerals.find(word[0]) == std::u16string_view::npos)
            meant += word;
    }
    return meant;
}

std::vector<std::byte> slip_table_bytes(const SlipLexicon& lexicon, const HanTable& han,
                                        const ConfusionSets& sets, const SlipTrees& trees) {
    Writer out;
    out.header.tree_base = trees.base;
    write_words(out, lexicon);
    write_pairs(out, lexicon);
    write_patterns(out, lexicon);
    write_grams(out, lexicon);
    write_confusions(out, sets);
    write_homophones(out, lexicon, han);
    out.section(section_trees, trees.trees);
    return out.finish();
}

}  // namespace gouji::wording
