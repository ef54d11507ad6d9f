#include "slip_trees.hpp"

#include <sstream>

#include "lists.hpp"

namespace gouji::wording {
namespace {

bool read_tree(std::istream& values, SlipTree& tree) {
    for (std::size_t i = 0; i < SlipTree::decisions; ++i) {
        unsigned feature = 0;
        unsigned below = 0;
        unsigned above = 0;
        values >> feature >> tree.least[i] >> below >> above;
        // Children come after their parent: every walk ends.
        const auto is_child = [&](unsigned child) {
            return child > i && child < 2 * SlipTree::decisions + 1;
        };
        if (!values || feature >= slip_feature_count || !is_child(below) || !is_child(above))
            return false;
        tree.feature[i] = static_cast<std::uint8_t>(feature);
        tree.child[i][0] = static_cast<std::uint8_t>(below);
        tree.child[i][1] = static_cast<std::uint8_t>(above);
    }
    for (float& leaf : tree.leaf) values >> leaf;
    return static_cast<bool>(values);
}

}  // namespace

SlipTrees read_slip_trees(const std::string& path) {
    const std::vector<Row> rows = read_rows(path);
    if (rows.empty()) stop(path + " has no trees");
    SlipTrees trees;
    trees.base = std::stof(rows.front().front());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::string line;
        for (const std::string& cell : rows[i]) line += cell + ' ';
        std::istringstream values(line);
        if (!read_tree(values, trees.trees.emplace_back()))
            stop(path + ": no tree of seven decisions and eight leaves: " + line);
    }
    return trees;
}

}  // namespace gouji::wording
