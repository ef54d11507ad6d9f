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

/// A file's name as all results write it: relative to the checkout around the working folder, or
/// else to the working folder, where it lies below; with `/`, never with a leading “./”. The path
/// of SARIF's URIs, see result_base().
[[nodiscard]] std::string result_path(std::string_view name);

/// The same for people at a terminal: relative to the working folder.
[[nodiscard]] std::string screen_path(std::string_view name);

/// The id of a notice: that of its rule, if it is about one, else that of its kind.
[[nodiscard]] std::string_view notice_id(const Notice& notice, const RunView& run);

/// What a notice is about: a file's path as results write it, or "".
[[nodiscard]] std::string notice_path(const Notice& notice, const RunView& run);

}  // namespace gouji
