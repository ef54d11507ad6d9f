#pragma once

#include "gouji/report/format.hpp"
#include "gouji/text/line_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A finding with everything that line-oriented formats can carry, in words.
struct Flat {
    std::string_view file;
    const Page* page = nullptr;
    Level level = Level::warning;
    std::string message;
    Position from;
    Position to;
    std::string fingerprint;  ///< unique in its report; see fingerprints()
    std::string where;        ///< chapter, table, row and column; may be empty
};

/// The findings of a report that count, in order. The views live as long as the report and the run.
[[nodiscard]] std::vector<Flat> flatten(const Examined& examined, const RunView& run);

/// A file's name as paths are written in results: relative to the current folder where it lies
/// below, with `/`, never with a leading “./”.
[[nodiscard]] std::string result_path(std::string_view name);

/// Text inside XML, attributes included; characters that XML cannot hold become U+FFFD.
[[nodiscard]] std::string xml(std::string_view text);

}  // namespace gouji
