// Which pairs of characters the prose has. A phrase is there only if its pairs are, so nearly every
// phrase is known not to be there after a few instructions, and need not be sought.
#pragma once

#include <gouji/once.hpp>
#include <gouji/paragraph.hpp>
#include <gouji/utf8.hpp>

#include <string_view>
#include <vector>

#include "key_table.hpp"

namespace gouji::wording {

class ProsePairs {
public:
    explicit ProsePairs(const std::vector<char16_t>& codes) : bitmap_((1U << bits) / 64) {
        for (std::size_t i = 0; i + 1 < codes.size(); ++i)
            KeyTables::set(bitmap_, bits, pair_key(codes[i], codes[i + 1]));
    }

    /// False when the prose does not have the phrase.
    [[nodiscard]] bool may_hold(std::u16string_view phrase) const {
        for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
            if (!holds(phrase[i], phrase[i + 1])) return false;
        }
        return true;
    }
    [[nodiscard]] bool may_hold(std::string_view phrase) const {
        Char last = char_at(phrase, 0);
        for (std::size_t at = last.size; at < phrase.size(); at += last.size) {
            const Char next = char_at(phrase, at);
            if (!holds(static_cast<char16_t>(last.code), static_cast<char16_t>(next.code)))
                return false;
            last = next;
        }
        return true;
    }

private:
    static constexpr std::uint32_t bits = 14;

    [[nodiscard]] bool holds(char16_t first, char16_t second) const {
        return KeyBitmap{bitmap_.data(), bits}.may_hold(pair_key(first, second));
    }

    std::vector<std::uint64_t> bitmap_;
};

/// Of a document's folded prose; ask for it with once<prose_pairs>(document).
[[nodiscard]] inline ProsePairs prose_pairs(const sdk::Document& document) {
    return ProsePairs(sdk::once<sdk::wide_prose>(document).wide.codes);
}

}  // namespace gouji::wording
