// gouji/character_set.hpp - a set of characters, membership in constant time. Header-only.
#ifndef GOUJI_CHARACTER_SET_HPP
#define GOUJI_CHARACTER_SET_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji {

/// Characters of the basic plane, one bit each. Make it a constant: it has eight kilobytes.
class CharacterSet {
public:
    constexpr explicit CharacterSet(std::u16string_view characters) {
        for (const char16_t c : characters)
            words_[std::size_t{c} >> 6] |= std::uint64_t{1} << (c & 63);
    }

    [[nodiscard]] constexpr bool holds(char32_t c) const {
        return c < 0x10000 && (words_[c >> 6] >> (c & 63) & 1) != 0;
    }

private:
    std::array<std::uint64_t, 1024> words_{};
};

}  // namespace gouji

#endif  // GOUJI_CHARACTER_SET_HPP
