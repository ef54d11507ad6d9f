// The slips of a document: characters typed for others, found by the table and by the near misses
// of phrases, and how sure each is.
#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "slip_table.hpp"

namespace gouji::wording {

struct Slip {
    std::size_t at = 0;  ///< the whole words, in the folded text
    std::size_t size = 0;
    std::size_t changed_at = 0;  ///< what is wrong in them
    std::size_t changed_size = 0;
    std::string right;             ///< the words as they should read
    std::string right_characters;  ///< what belongs in place of what is wrong
    SlipKind kind = SlipKind::sound;
    std::uint32_t rank = 60;  ///< how sure, 0 to 100
    bool sure = false;        ///< enough for a warning
};

/// In the order of the text; no two of them overlap.
[[nodiscard]] std::vector<Slip> find_slips(const sdk::Document& document);

}  // namespace gouji::wording
