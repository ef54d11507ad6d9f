#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji::consistency {

enum class Level : std::uint8_t { province = 0, city = 1, county = 2, town = 3 };

/// An administrative division as it is written: 柳河 + 镇.
struct Place {
    std::string_view core;
    std::string_view suffix;
    Level level{};

    [[nodiscard]] std::string_view name() const {
        return {core.data(), static_cast<std::size_t>(suffix.data() + suffix.size() - core.data())};
    }
};

/// The divisions that the front of an agency's name consists of: 云岭县柳河镇人民政府 is in 云岭县
/// and 柳河镇. Words that only look like one (城市管理局) are none.
[[nodiscard]] std::vector<Place> places_in_front(std::string_view agency);

/// A word in running text that ends like a division, with as much of its core as can be told.
struct PlaceMention {
    std::uint32_t begin =
        0;  ///< of the core, where a mark or a word that is no name ends before it
    std::uint32_t suffix = 0;
    std::uint32_t end = 0;
    Level level{};
};

/// Divisions named in running text; generic words (社区, 专区, 乡镇, 我县) are left out.
[[nodiscard]] std::vector<PlaceMention> places_named(std::string_view text);

/// Whether two cores are brothers: equally long, one character apart, and that one a direction in
/// both (西坪, 东坪).
[[nodiscard]] bool brothers(std::string_view one, std::string_view other);

}  // namespace gouji::consistency
