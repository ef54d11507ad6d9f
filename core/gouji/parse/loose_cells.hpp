#pragma once

#include "gouji/parse/source.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji {

/// A cell of such a stretch, and how many blank cells may stand in front of it.
struct LooseCell {
    CutCell cell;
    std::size_t line = 0;      ///< its first line
    std::size_t end_line = 0;  ///< the line after its last
    std::uint32_t bars = 0;    ///< | since the cell before
    bool same_line = false;    ///< on the line of the cell before
};

/// A stretch of lines read as cells, for as long as they can be cells of a form.
class LooseCells {
public:
    LooseCells(Source& source, std::size_t first) : source_(source), line_(first) {}

    void read();
    [[nodiscard]] const std::vector<LooseCell>& tokens() const { return tokens_; }
    [[nodiscard]] std::size_t end_line() const { return end_line_; }
    [[nodiscard]] bool is_form() const;

private:
    bool take_line();
    void put(const CutCell& cell, std::size_t end_line);
    bool put_row(Span body);
    bool join(Span body, bool adjacent);
    bool value_follows(std::size_t line);

    Source& source_;
    std::size_t line_;
    std::size_t end_line_ = 0;
    std::uint32_t bars_ = 0;
    std::vector<LooseCell> tokens_;
    std::vector<Span> parts_;
};

}  // namespace gouji
