#pragma once

#include "gouji/parse/block.hpp"
#include "gouji/scan/ordinal.hpp"

#include <cstdint>
#include <string_view>

namespace gouji {

/// A line outside tables while the outline is being made: its block and what is asked of it often.
struct ProseLine {
    Block* block = nullptr;
    std::string_view words;  ///< the block's text, without what a word processor left in front
    std::uint32_t chars = 0;
    std::uint32_t columns = 0;  ///< Han are two wide
    char32_t last = 0;          ///< last character
    bool sentence = false;      ///< a full stop inside, before the end
    bool chapter = false;       ///< a heading of level 1 with a title of an edition
    Ordinal ordinal;

    /// Still undecided.
    [[nodiscard]] bool open() const { return block->kind == GOUJI_KIND_PARAGRAPH; }
    void is(gouji_kind kind) const { block->kind = kind; }
    /// The words after the ordinal.
    [[nodiscard]] std::string_view title() const { return words.substr(ordinal.size); }
};

}  // namespace gouji
