#pragma once

#include "gouji/output/format.hpp"
#include "gouji/text/line_index.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace gouji {

/// A finding with its message and everything that line-oriented formats show.
struct Flat {
    std::string_view path;  ///< see result_path()
    const Page* page = nullptr;
    Level level = Level::warning;
    std::string message;
    Position from;
    Position to;
    std::string_view fingerprint;  ///< unique in its report; see fingerprints()
    std::string where;             ///< chapter, table, row and column; may be empty
};

/// Calls `each` with the findings of a report that count, in order.
void each_flat(const AnalyzedReport& analyzed, const RunView& run,
               const std::function<void(const Flat&)>& each);

/// A file's name as paths are written in results: relative to the current folder where it lies
/// below, with `/`, never with a leading “./”.
[[nodiscard]] std::string result_path(std::string_view name);

}  // namespace gouji
