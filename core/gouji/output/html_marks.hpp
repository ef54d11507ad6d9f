#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A part of the report that a finding is about.
struct Stretch {
    Span where;
    std::uint32_t finding = 0;  ///< index into the report's diagnostics
    std::uint32_t related = 0;  ///< 0: the finding's own place; else the number of a related place
    Level level = Level::note;  ///< off: accepted or in the baseline
};

/// Related places that are shown with one finding; the others are counted.
inline constexpr std::uint32_t shown_related = 12;

/// All stretches of a report, in reading order.
[[nodiscard]] std::vector<Stretch> stretches(const AnalyzedReport& analyzed);

/// Hands the stretches out to pieces of text that are asked for in reading order. Every stretch
/// begins in exactly one piece, also when it lies between two.
class Marker {
public:
    /// `id` begins the ids of this report's elements.
    Marker(const AnalyzedReport& analyzed, std::string id);

    struct Marked {
        Level worst = Level::off;             ///< of the findings in the piece; off: none
        std::vector<std::uint32_t> findings;  ///< whose place begins here
    };
    /// Adds a piece's text with its stretches marked. `next` is where the next piece begins.
    Marked add(std::string& out, Span piece, std::uint32_t next);

private:
    std::string_view text_;
    std::string id_;
    std::vector<Stretch> all_;
    std::size_t taken_ = 0;      ///< of all_
    std::vector<Stretch> live_;  ///< taken, and may reach into the current piece
};

}  // namespace gouji
