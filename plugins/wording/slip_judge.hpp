// Decides which near misses are slips. Words speak for the text as it stands: what reads as words
// of the language is left alone.
#pragma once

#include <gouji/sdk.hpp>

#include <string>
#include <vector>

#include "near_miss.hpp"

namespace gouji::wording {

struct Slip {
    std::size_t at = 0;  ///< in the folded text
    std::size_t size = 0;
    std::size_t changed_at = 0;
    std::size_t changed_size = 0;
    std::string right;  ///< the whole stretch as it should read
    std::string right_character;
};

[[nodiscard]] std::vector<Slip> find_slips(const sdk::Document& document, std::string_view text);

}  // namespace gouji::wording
