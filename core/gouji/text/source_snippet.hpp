#pragma once

#include "gouji/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// A line with a row of carets under a stretch of it, as a compiler shows it: two lines, each
/// begun with a line end. `column` counts characters from 1; `wide` is in characters.
[[nodiscard]] std::string source_snippet(std::string_view line, std::uint32_t number,
                                         std::uint32_t column, std::size_t wide);

/// The line of a text, counted from 1, without its end.
[[nodiscard]] std::string_view line_of(std::string_view text, std::uint32_t number);

/// An error but for its words: “FILE:LINE:COLUMN: ”, and the line with the value underlined.
struct SourceSnippet {
    std::string head;
    std::string tail;
    [[nodiscard]] Error around(const std::string& zh, const std::string& en) const {
        return {head + zh + tail, head + en + tail};
    }
};

}  // namespace gouji
