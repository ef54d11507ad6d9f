#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji::sample {

struct Cell {
    std::string text;
    int columns = 1;
    bool covered = false;  ///< what a cell merged downwards leaves in the rows below it
};
using Row = std::vector<Cell>;
/// Whether the cell that begins in this column is what another leaves in the rows below it.
bool is_covered_at(const Row& row, int column);

enum class Kind { title, paragraph, chapter, part, table, signature };

struct Block {
    Kind kind;
    std::string text;
    std::vector<Row> rows;  ///< of a table
};

/// natural, enterprise, research, social, legal, other, total
using Counts = std::array<int, 7>;
inline constexpr std::array<const char*, 7> columns = {
    "natural", "enterprise", "research", "social", "legal", "other", "total"};
/// upheld, corrected, other, pending, total of review, direct, after_review
using Disputes = std::array<std::array<int, 5>, 3>;

/// An invented report without a fault: all figures agree, in the tables and in the prose.
struct Report {
    int year = 0;
    std::string edition;  ///< “2019”, “2021”
    std::string agency;
    std::string we;  ///< what the agency calls itself: “我局”
    std::vector<std::pair<std::string, Counts>> requests;  ///< in the form's order
    Disputes disputes{};
    int in_force = 0;  ///< 行政规范性文件 at the year's end
    std::vector<Block> blocks;

    /// The row of the request form with this key.
    [[nodiscard]] const Counts& row(const std::string& key) const;
};

/// The same seed gives the same report. `year` 0: one between 2019 and 2025.
Report make_report(std::uint32_t seed, int year = 0);

/// The report of the year after: the same agency, requests carried over, documents that stay in
/// force. `agency` and `we` name another one, where it was given a new name.
Report make_next_report(std::uint32_t seed, const Report& last);

}  // namespace gouji::sample
