// The administrative divisions of the county and the town level, as rules/divisions.txt lists them.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::registry {

/// Whether a division of this name exists: 望江县, 东塘镇. Names that are an everyday word without
/// their last character are not in the list.
[[nodiscard]] bool is_division(std::string_view name);

/// FNV-1a: the table holds hashes, so that 30,000 names take 120 KB. Two of 2^32 that collide would
/// let a word pass for a place once in some 140,000 words asked for.
[[nodiscard]] constexpr std::uint32_t division_hash(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

}  // namespace gouji::registry
