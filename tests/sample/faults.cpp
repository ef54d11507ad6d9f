#include "sample/faults.hpp"

#include <string_view>

#include "sample/chance.hpp"

namespace gouji::sample {
namespace {

/// Replaces the first occurrence in the report's prose.
void replace(Report& report, std::string_view from, std::string_view to) {
    for (Block& block : report.blocks) {
        if (block.kind != Kind::paragraph) continue;
        if (const auto at = block.text.find(from); at != std::string::npos) {
            block.text.replace(at, from.size(), to);
            return;
        }
    }
}

bool is_figure(const Cell& cell) {
    return !cell.covered && !cell.text.empty() &&
           cell.text.find_first_not_of("0123456789") == std::string::npos;
}

/// Raises one figure of the n-th table.
void raise_figure(Report& report, int table, Chance& chance) {
    for (Block& block : report.blocks) {
        if (block.kind != Kind::table || table-- > 0) continue;
        std::vector<Cell*> figures;
        for (Row& row : block.rows) {
            for (Cell& cell : row) {
                if (is_figure(cell)) figures.push_back(&cell);
            }
        }
        Cell& cell =
            *figures[static_cast<std::size_t>(chance.below(static_cast<int>(figures.size())))];
        cell.text = std::to_string(std::stoi(cell.text) + 1 + chance.below(9));
        return;
    }
}

}  // namespace

void plant_faults(Report& report, std::uint32_t seed) {
    Chance chance(seed);
    raise_figure(report, 1, chance);
    if (chance.one_in(3)) raise_figure(report, 2, chance);
    if (chance.one_in(2)) replace(report, "信息公开条例》", "信息公开条列》");
    if (chance.one_in(2)) replace(report, "，", "，，");
    if (chance.one_in(4)) replace(report, "12月31日", "12月30日");
}

}  // namespace gouji::sample
