#include "near_miss.hpp"

#include <algorithm>
#include <array>
#include <optional>
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

class Search {
public:
    explicit Search(const WideText& text) : codes_(text.codes), explained_(codes_.size(), false) {}

    std::vector<NearMiss> run() {
        for (std::size_t i = 0; i + 1 < codes_.size(); ++i) {
            // Whatever is no Han character ends a word; nothing in the tables begins with one.
            if (!is_han(codes_[i]) || !is_han(codes_[i + 1])) continue;
            if (phrases.word_slips.may_hold(pair_key(codes_[i], codes_[i + 1]))) compare_words(i);
            if (i + 2 >= codes_.size() || !is_han(codes_[i + 2])) continue;
            anchored(true, i);
            if (i + 3 < codes_.size()) anchored(false, i);
        }
        std::erase_if(found_, [&](const NearMiss& miss) { return explained_[miss.changed]; });
        std::ranges::sort(found_, {}, [](const NearMiss& miss) {
            return std::tuple(miss.changed, -static_cast<int>(miss.likeness), miss.size, miss.at,
                              miss.right);
        });
        return std::move(found_);
    }

private:
    void anchored(bool three, std::size_t at) {
        for (std::size_t wrong = 0; wrong < (three ? 3U : 4U); ++wrong) {
            phrases.anchors.each(anchor_key(three, wrong, codes_.data() + at),
                                 [&](std::uint32_t id) { compare(id, at, wrong); });
        }
    }

    /// Compares a phrase of which only the character at `open`, or one behind the fourth, may be
    /// wrong.
    void compare(std::uint32_t id, std::size_t at, std::size_t open) {
        const auto phrase = phrases.phrase(id);
        if (phrase.size() > codes_.size() - at) return;
        std::optional<std::size_t> wrong;
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            if (phrase[i] == codes_[at + i]) continue;
            if (wrong) return;
            wrong = i;
        }
        if (!wrong) {
            std::fill_n(explained_.begin() + static_cast<std::ptrdiff_t>(at), phrase.size(), true);
        } else if (*wrong == open || (open == 3 && *wrong > 3)) {  // else found by another anchor
            add(at, phrase, *wrong, id < phrases.fixed);
        }
    }

    void compare_words(std::size_t at) {
        const char16_t first = codes_[at];
        const char16_t second = codes_[at + 1];
        // The bitmap says “perhaps”.
        if (is_common_word(first, second) ||
            std::ranges::binary_search(phrases.rare_words, pair_key(first, second)))
            return;
        each_with(phrases.words_by_first, first, [&](const char32_t& word) {
            add_word(at, {first, static_cast<char16_t>(word & 0xFFFF)}, 1);
        });
        each_with(phrases.words_by_second, second, [&](const char32_t& word) {
            add_word(at, {static_cast<char16_t>(word & 0xFFFF), second}, 0);
        });
    }

    template <class Found>
    static void each_with(std::span<const char32_t> sorted, char16_t high, Found&& found) {
        auto word = std::ranges::lower_bound(sorted, static_cast<char32_t>(high) << 16);
        for (; word != sorted.end() && (*word >> 16) == high; ++word) found(*word);
    }

    void add_word(std::size_t at, std::array<char16_t, 2> word, std::size_t wrong) {
        const Likeness how = confusions.between(word[wrong], codes_[at + wrong]);
        if (how == Likeness::none || how == Likeness::near_sound) return;
        push(at, 2, wrong, word[wrong], how, false);
    }

    void add(std::size_t at, std::span<const char16_t> phrase, std::size_t wrong, bool fixed) {
        const Likeness how = confusions.between(phrase[wrong], codes_[at + wrong]);
        if (how == Likeness::none) return;
        push(at, phrase.size(), wrong, phrase[wrong], how, fixed);
    }

    void push(std::size_t at, std::size_t size, std::size_t wrong, char16_t right, Likeness how,
              bool fixed) {
        found_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size),
                          static_cast<std::uint32_t>(at + wrong), right, how, fixed});
    }

    const std::vector<char16_t>& codes_;
    std::vector<bool> explained_;
    std::vector<NearMiss> found_;
};

}  // namespace

std::vector<NearMiss> near_misses(const WideText& text) { return Search(text).run(); }

}  // namespace gouji::wording
