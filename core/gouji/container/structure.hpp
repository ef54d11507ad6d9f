#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

/// The lines and tables that a file itself declares, as spans of its extracted text. What a parser
/// of plain text has to guess is known here.
struct Structure {
    struct Line {
        Span span;                 ///< without the line end
        bool boilerplate = false;  ///< an entry of a table of contents
        bool note = false;         ///< of a footnote or endnote; stands after the text
    };
    struct Cell {
        Span span;  ///< without blanks around; empty when the cell is blank
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        std::uint32_t row_span = 1;
        std::uint32_t column_span = 1;
    };
    struct Table {
        Span span;
        std::uint32_t rows = 0;
        std::uint32_t columns = 0;
        std::vector<Cell> cells;  ///< row by row, from left to right; cells never overlap
    };
    struct Block {
        bool table = false;
        std::uint32_t index = 0;  ///< into `tables` or `lines`
    };

    std::vector<Line> lines;
    std::vector<Table> tables;
    std::vector<Block> blocks;  ///< in reading order; what stands around an article has none
};

}  // namespace gouji
