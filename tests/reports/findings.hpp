#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gouji::reports {

/// A finding as SARIF has it. `lines` are those of its places, related ones too.
struct Found {
    std::string rule;
    std::string level;
    std::vector<std::pair<int, int>> lines;
    std::string message;

    [[nodiscard]] int line() const { return lines.empty() ? 0 : lines.front().first; }
};

struct Checked {
    int code = -1;
    std::string err;
    std::vector<Found> findings;
    std::set<std::string> rules;  ///< ids of all rules that the run knew
};

/// Lints one file with nothing but what comes with gouji.
Checked check(const std::string& file, const std::vector<std::string>& options = {});

/// The lines of a table of tab-separated columns, without comments and without its heading.
std::vector<std::vector<std::string>> read_table(const std::string& file);

}  // namespace gouji::reports
