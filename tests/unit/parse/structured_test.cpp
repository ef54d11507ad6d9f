#include "gouji/parse/structured.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using namespace gouji;

const Lexicon& lexicon() {
    static const std::vector<Edition> editions =
        load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
    static const Lexicon all(editions);
    return all;
}

/// A table of a file that declares its cells, each of one row and one column.
struct Grid {
    explicit Grid(const std::vector<std::vector<std::string>>& rows) {
        std::string bytes = "云岭县水利局2023年政府信息公开工作年度报告\n";
        structure.lines.push_back({{0, static_cast<std::uint32_t>(bytes.size() - 1)}});
        Structure::Table table;
        table.span.begin = static_cast<std::uint32_t>(bytes.size());
        for (const auto& row : rows) {
            std::uint32_t column = 0;
            for (const std::string& words : row) {
                const auto begin = static_cast<std::uint32_t>(bytes.size());
                bytes += words;
                table.cells.push_back(
                    {{begin, static_cast<std::uint32_t>(bytes.size())}, table.rows, column++});
                bytes += '\t';
            }
            bytes.back() = '\n';
            table.columns = std::max(table.columns, column);
            ++table.rows;
        }
        table.span.end = static_cast<std::uint32_t>(bytes.size());
        structure.tables.push_back(table);
        structure.blocks = {{false, 0}, {true, 0}};
        text.emplace(Text::decode(bytes).value());
        document.emplace(parse_structured(*text, {0, static_cast<std::uint32_t>(bytes.size())},
                                          "t.docx", lexicon(), structure));
    }
    const gouji_cell& cell(std::uint32_t row, std::uint32_t column) const {
        for (const gouji_cell& one : document->cells()) {
            if (one.row == row && one.column == column) return one;
        }
        throw std::out_of_range("no such cell");
    }

    Structure structure;
    std::optional<Text> text;
    std::optional<Document> document;
};

TEST(Structured, blank_cells_in_front_of_names_are_what_is_left_of_merged_ones) {
    const Grid grid({
        {"三、本年度办理结果", "（一）予以公开", "", "5", "", "0", "0", "0", "0", "5"},
        {"", "（三）不予公开", "1.属于国家秘密", "1", "0", "0", "0", "0", "0", "1"},
        {"", "", "2.其他法律行政法规禁止公开", "2", "0", "0", "0", "0", "0", "2"},
    });
    EXPECT_EQ(grid.cell(0, 0).row_span, 3U);
    EXPECT_EQ(grid.cell(1, 1).row_span, 2U);
    EXPECT_EQ(grid.cell(2, 1).state, GOUJI_CELL_MERGED);
    EXPECT_EQ(grid.cell(0, 1).column_span, 2U);
    EXPECT_EQ(grid.cell(0, 4).state, GOUJI_CELL_BLANK) << "a figure that was not filled in";
}

TEST(Structured, headers_after_blank_cells_are_no_values) {
    const Grid grid({
        {"行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""},
        {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "", "", "", "",
         "复议后起诉", "", "", "", ""},
        {"", "", "", "", "", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持",
         "结果纠正", "其他结果", "尚未审结", "总计"},
        {"1", "0", "0", "0", "1", "0", "0", "0", "", "0", "0", "0", "0", "0", "0"},
    });
    EXPECT_EQ(grid.cell(1, 0).row_span, 2U);
    EXPECT_EQ(grid.cell(2, 0).state, GOUJI_CELL_MERGED);
    EXPECT_EQ(grid.cell(3, 8).state, GOUJI_CELL_BLANK);
}

TEST(Structured, blank_cells_before_figures_stay_blank) {
    const Grid grid({{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
                     {"规章", "", "", "0"},
                     {"", "1", "0", "4"}});
    EXPECT_EQ(grid.cell(1, 1).state, GOUJI_CELL_BLANK);
    EXPECT_EQ(grid.cell(2, 0).state, GOUJI_CELL_BLANK);
}

}  // namespace
