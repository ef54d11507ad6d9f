#pragma once

#include "gouji/base/span.hpp"
#include <gouji/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace gouji {

/// Columns that blanks in front of a line take: an ideographic space takes two.
[[nodiscard]] inline std::uint32_t columns_of(std::string_view blanks) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < blanks.size();) {
        const Char c = char_at(blanks, at);
        constexpr char32_t wide_blank = 0x3000;
        columns += c.code == wide_blank ? 2 : 1;
        at += c.size;
    }
    return columns;
}

/// One block of a report before the tree is built: a table, or one line outside tables.
/// Blocks stand in reading order and never overlap; blank lines have none.
struct Block {
    Span span;  ///< without blanks and line end around
    gouji_kind kind =
        GOUJI_KIND_PARAGRAPH;  ///< the cutter says TABLE or PARAGRAPH; the outline pass more
    bool chapter = false;      ///< starts with a chapter's title
    bool continues = false;    ///< a hard-wrapped line: same node as the block before
    std::uint32_t table = GOUJI_NONE;  ///< index of the cut table, for GOUJI_KIND_TABLE
    std::uint32_t blank_lines = 0;     ///< blank lines in front
    std::uint32_t indent = 0;          ///< columns of blanks in front of the first word
};

}  // namespace gouji
