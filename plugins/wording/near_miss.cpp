#include "near_miss.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace gouji::wording {

Likeness Confusions::between(char16_t right, char16_t wrong) const {
    const auto found = std::ranges::lower_bound(rights, right);
    if (found == rights.end() || *found != right) return Likeness::none;
    const auto row = static_cast<std::size_t>(found - rights.begin());
    const auto set = wrongs.subspan(begins[row], begins[row + 1] - begins[row]);
    const auto place = std::ranges::lower_bound(set, wrong);
    if (place == set.end() || *place != wrong) return Likeness::none;
    return Likeness{likeness[begins[row] + static_cast<std::size_t>(place - set.begin())]};
}

bool is_common_word(char16_t first, char16_t second) {
    const char32_t key = pair_key(first, second);
    return std::ranges::binary_search(phrases.common_words, key) ||
           std::ranges::binary_search(phrases.words_by_first, key);
}

bool is_loner(char16_t c) { return std::ranges::binary_search(phrases.loners, c); }

namespace {

template <class Found>
void each_with(std::span<const char32_t> sorted, char16_t high, Found&& found) {
    auto word = std::ranges::lower_bound(sorted, static_cast<char32_t>(high) << 16);
    for (; word != sorted.end() && (*word >> 16) == high; ++word) found(*word);
}

}  // namespace

std::span<const NearMiss> NearMissSearch::find(std::span<const char16_t> text) {
    codes_ = text;
    explained_.assign(text.size(), 0);
    found_.clear();
    // A character that is not Han ends a word, and no word of the tables begins with one.
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        if (is_han(codes_[i])) i = run_from(i);
    }
    if (!found_.empty()) judge();
    return found_;
}

void NearMissSearch::judge() {
    // Most differ from a phrase where another one stands: those first, they are cheap to see.
    std::erase_if(found_, [&](const NearMiss& miss) { return explained_[miss.changed] != 0; });
    for (NearMiss& miss : found_)
        miss.likeness = confusions.between(miss.right, codes_[miss.changed]);
    std::erase_if(found_, [](const NearMiss& miss) {
        constexpr std::uint32_t word = 2;
        return miss.likeness == Likeness::none ||
               (miss.size == word && miss.likeness == Likeness::near_sound);
    });
    std::ranges::sort(found_, {}, [](const NearMiss& miss) {
        return std::tuple(miss.changed, -static_cast<int>(miss.likeness), miss.size, miss.at,
                          miss.right);
    });
}

/// Goes over a run of Han characters; its end. Each pair is asked for its roles once.
std::size_t NearMissSearch::run_from(std::size_t at) {
    std::uint8_t opening = roles(at);
    std::uint8_t middle = roles(at + 1);
    for (; at + 1 < codes_.size() && is_han(codes_[at + 1]); ++at) {
        if (phrases.word_slips.may_hold(pair_key(codes_[at], codes_[at + 1]))) compare_words(at);
        const std::uint8_t last = roles(at + 2);
        if (at + 2 < codes_.size() && is_han(codes_[at + 2])) anchored(at, opening, middle, last);
        opening = middle;
        middle = last;
    }
    return at + 1;
}

std::uint8_t NearMissSearch::roles(std::size_t at) const {
    return at + 1 < codes_.size() ? phrases.roles.of(codes_[at], codes_[at + 1]) : std::uint8_t{0};
}

/// Asks for the phrases of which a pair of characters stands here; with the roles of the first
/// two characters, of the next two and of the two behind.
void NearMissSearch::anchored(std::size_t at, std::uint8_t opening, std::uint8_t middle,
                              std::uint8_t last) {
    const char16_t* here = codes_.data() + at;
    if ((middle & ends_short) != 0) anchored(true, at, 0);
    if ((phrases.roles.of(here[0], here[2]) & frames) != 0) anchored(true, at, 1);
    if ((opening & opens_short) != 0) anchored(true, at, 2);
    if (at + 3 >= codes_.size()) return;
    if ((last & goes_on) != 0) {
        anchored(false, at, 0);
        anchored(false, at, 1);
    }
    if ((opening & opens_long) != 0) {
        anchored(false, at, 2);
        anchored(false, at, 3);
    }
}

void NearMissSearch::anchored(bool three, std::size_t at, std::size_t open) {
    const std::size_t last = three ? 2 : 3;
    phrases.anchors.each(anchor_key(three, open, codes_.data() + at), [&](std::uint32_t id) {
        if (phrases.begins[id + 1] - phrases.begins[id] <= codes_.size() - at)
            open == last ? compare(id, at, open) : compare_open(id, at, open);
    });
}

/// A phrase whose only wrong character may be at `open`.
void NearMissSearch::compare_open(std::uint32_t id, std::size_t at, std::size_t open) {
    const auto phrase = phrases.phrase(id);
    if (phrase[open] == codes_[at + open]) return;  // found by its last anchor
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (i != open && phrase[i] != codes_[at + i]) return;
    }
    add(at, phrase, open, id < phrases.fixed);
}

/// A phrase that is right up to `open`: found by its last anchor.
void NearMissSearch::compare(std::uint32_t id, std::size_t at, std::size_t open) {
    const auto phrase = phrases.phrase(id);
    std::size_t wrong = 0;  // the characters before `open` are right, but for a rare twin key
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (phrase[i] == codes_[at + i]) continue;
        if (wrong != 0 || i < open) return;
        wrong = i;
    }
    if (wrong != 0) {
        add(at, phrase, wrong, id < phrases.fixed);
    } else {
        std::fill_n(explained_.begin() + static_cast<std::ptrdiff_t>(at), phrase.size(),
                    std::uint8_t{1});
    }
}

void NearMissSearch::compare_words(std::size_t at) {
    const char16_t first = codes_[at];
    const char16_t second = codes_[at + 1];
    // The bitmap says “perhaps”.
    if (is_common_word(first, second) ||
        std::ranges::binary_search(phrases.rare_words, pair_key(first, second)))
        return;
    each_with(phrases.words_by_first, first, [&](const char32_t& word) {
        add(at, std::array{first, static_cast<char16_t>(word & 0xFFFF)}, 1, false);
    });
    each_with(phrases.words_by_second, second, [&](const char32_t& word) {
        add(at, std::array{static_cast<char16_t>(word & 0xFFFF), second}, 0, false);
    });
}

void NearMissSearch::add(std::size_t at, std::span<const char16_t> meant, std::size_t wrong,
                         bool fixed) {
    found_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(meant.size()),
                      static_cast<std::uint32_t>(at + wrong), meant[wrong], Likeness::none, fixed});
}

}  // namespace gouji::wording
