// Finds characters, words and adverbs that stand twice where once is meant.
#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "wording_tables.hpp"

namespace gouji::wording {

struct Doubling {
    enum Kind { listed, character, stretch, adverb };

    std::size_t at = 0;  ///< in the folded text
    std::size_t size = 0;
    std::string_view once;  ///< what should stand there; of an adverb, the adverb. A part of the
                            ///< text or of a list
    Kind kind = character;
};

[[nodiscard]] std::vector<Doubling> find_doublings(const sdk::Document& document,
                                                   std::string_view text);

}  // namespace gouji::wording
