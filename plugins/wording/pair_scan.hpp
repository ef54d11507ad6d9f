// Finds the wrong strings of a list in folded prose, their contexts respected.
#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

#include "wording_tables.hpp"

namespace gouji::wording {

struct PairHit {
    std::size_t at = 0;  ///< in the folded text
    std::size_t size = 0;
    const Pair* pair = nullptr;
};

/// The hits that no context excuses and no longer word swallows, in order, the longest of those
/// that overlap.
[[nodiscard]] std::vector<PairHit> scan_pairs(const PairList& list, std::string_view text,
                                              const sdk::Document& document);

/// Whether the text in front of `at` ends with one of the contexts, or what follows `end` begins
/// so.
[[nodiscard]] bool excused(const PairList& list, const Pair& pair, std::string_view text,
                           std::size_t at, std::size_t end);

}  // namespace gouji::wording
