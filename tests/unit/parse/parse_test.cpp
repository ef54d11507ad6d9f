#include "gouji/parse/parse.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using gouji::Document;
using gouji::Edition;
using gouji::Table;
using gouji::Text;

const std::vector<Edition>& editions() {
    static const std::vector<Edition> all =
        gouji::load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
    return all;
}

/// A report read from words, kept with its text.
struct Reading {
    explicit Reading(const std::string& bytes)
        : text(Text::decode(bytes).value()), documents(gouji::read(text, "t.txt", editions())) {}
    const Document& document() const { return documents.front(); }
    const gouji_cell* cell(std::string_view words) const {
        for (const gouji_cell& cell : document().cells()) {
            if (gouji::view(cell.text) == words) return &cell;
        }
        return nullptr;
    }
    Text text;
    std::vector<Document> documents;
};

const std::string head = "云岭县水利局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

TEST(Read, merged_holes_are_no_blank_cells) {
    const Reading reading(
        head +
        "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
        "规章\t0\t\t0\n第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t85\t\t"
        "\n");
    ASSERT_EQ(reading.document().tables().size(), 1U);
    const Table& table = reading.document().tables().front();
    EXPECT_EQ(table.rows, 6U);
    EXPECT_EQ(table.columns, 4U);
    std::size_t blank = 0;
    std::size_t merged = 0;
    for (const gouji_cell& cell : reading.document().cells(table)) {
        blank += cell.state == GOUJI_CELL_BLANK;
        merged += cell.state == GOUJI_CELL_MERGED;
    }
    EXPECT_EQ(blank, 1U) << "规章's middle cell";
    EXPECT_EQ(merged, 3U + 3U + 2U + 2U);
    ASSERT_NE(reading.cell("85"), nullptr);
    EXPECT_EQ(reading.cell("85")->column_span, 3U);
    EXPECT_EQ(reading.cell("第二十条第（五）项")->column_span, 4U);
}

TEST(Read, a_group_reaches_over_its_rows) {
    const Reading reading(editions().back().sample);
    const gouji_cell* group = reading.cell("（三）不予公开");
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(group->row_span, 8U);
    EXPECT_EQ(group->column, 1U);
    const gouji_cell* results = reading.cell("三、本年度办理结果");
    ASSERT_NE(results, nullptr);
    EXPECT_EQ(results->row_span, 22U);
    EXPECT_EQ(reading.cell("一、本年新收政府信息公开申请数量")->column_span, 3U);
}

TEST(Read, row_names_are_no_headings) {
    const Reading reading(editions().back().sample);
    EXPECT_EQ(reading.document().tables().size(), 3U);
    for (const gouji_node node : reading.document().nodes(GOUJI_KIND_HEADING)) {
        const std::string_view words = reading.document().at(reading.document().nodes()[node].span);
        EXPECT_EQ(words.find("本年新收"), std::string_view::npos);
        EXPECT_EQ(words.find("结转下年度"), std::string_view::npos);
    }
}

TEST(Read, prose_behind_a_table_is_no_cell) {
    for (const char* end : {"\t36\n2023年，我局按要求公开收费目录。\n",
                            "\t36\n\n2023年，我局按要求公开收费目录。\n"}) {
        const Reading reading(head +
                              "\t第二十条第（八）项\n\n\t信息内容\n\t本年收费金额（单位：万元）\n\n"
                              "\t行政事业性收费\n" +
                              end);
        ASSERT_EQ(reading.document().tables().size(), 1U);
        EXPECT_NE(reading.cell("36"), nullptr);
        const auto paragraphs = reading.document().nodes(GOUJI_KIND_PARAGRAPH);
        ASSERT_FALSE(paragraphs.empty());
        EXPECT_EQ(reading.document().at(reading.document().nodes()[paragraphs.back()].span),
                  "2023年，我局按要求公开收费目录。");
    }
}

TEST(Read, prose_led_by_tabs_is_no_table) {
    const Reading reading(
        "云岭县水利局2023年政府信息公开工作年度报告\n\t一、总体情况\n\t2023年，我局认真开展工作。\n"
        "\t（一）主动公开\n\t全年公开信息126条。\n");
    EXPECT_TRUE(reading.document().tables().empty());
}

TEST(Read, navigation_with_bars_is_no_table) {
    const Reading reading(
        "首页 | 政务公开 | "
        "互动交流\n云岭县水利局2023年政府信息公开工作年度报告\n一、总体情况\n无。\n");
    EXPECT_TRUE(reading.document().tables().empty());
}

TEST(Read, a_caption_repeated_in_the_table_stays_in_it) {
    const Reading reading(head +
                          "\t主动公开政府信息情况\n\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发"
                          "件数\n\t本年废止件数\n"
                          "\t现行有效件数\n\n\t规章\n\t0\n\t0\n\t0\n");
    ASSERT_EQ(reading.document().tables().size(), 1U);
    EXPECT_EQ(reading.document().tables().front().rows, 4U);
    EXPECT_EQ(reading.document().nodes(GOUJI_KIND_HEADING).size(), 1U);
}

TEST(Read, cells_of_several_lines_copied_from_a_spreadsheet_are_one_cell) {
    for (const std::string quote : {"\"", ""}) {
        const Reading reading("云岭县水利局2023年政府信息公开工作年度报告\n" + quote +
                              "一、本年新收政府\n信息公开申请数量" + quote +
                              "\t\t\t14\t4\t0\t0\t0\t2\t20\n" + quote +
                              "二、上年结转政府\n信息公开申请数量" + quote +
                              "\t\t\t1\t0\t0\t0\t0\t0\t1\n正文里的“引号”不算。\n");
        ASSERT_EQ(reading.document().tables().size(), 1U) << quote;
        EXPECT_EQ(reading.document().tables().front().rows, 2U) << quote;
        EXPECT_NE(reading.cell("一、本年新收政府信息公开申请数量"), nullptr) << quote;
    }
}

TEST(Read, a_page_number_below_a_bare_table_is_no_cell) {
    const Reading reading(
        "行政许可\n3\n行政处罚\n- 0\n行政强制\n5\n- 6 -\n五、存在的主要问题及改进情况\n");
    const Document& document = reading.documents.front();
    ASSERT_EQ(document.cells().size(), 6U);
    EXPECT_EQ(reading.text.view().substr(document.cells().back().span.begin, 1), "5");
}

TEST(Read, blank_lines_below_a_bare_table_are_the_cells_its_last_row_wants) {
    const auto blanks = [](const std::string& below) {
        const Reading reading("信息内容\n\n本年处理决定数量\n\n行政处罚\n\n0\n\n行政强制\n\n" +
                              below + "五、存在的主要问题及改进情况\n");
        std::size_t count = 0;
        for (const gouji_cell& cell : reading.document().cells())
            count += gouji::empty(cell.span) ? 1 : 0;
        return count;
    };
    EXPECT_EQ(blanks("\n\n"), blanks("") + 1);
}

TEST(Read, what_fills_up_a_short_row_of_markdown_is_no_cell) {
    const auto cells = [](const std::string& row) {
        const Reading reading(head + "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" +
                              "|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n" + row + "\n");
        return reading.document().cells().size();
    };
    EXPECT_EQ(cells("| 行政规范性文件 | 2 | 0 |  |"), cells("| 行政规范性文件 | 2 | 0 |"));
    EXPECT_EQ(cells("| 行政规范性文件 | 2 |  |  |"), cells("| 行政规范性文件 | 2 | 0 | 1 |"));
}

TEST(Read, every_span_lies_inside_its_parent) {
    for (const Edition& edition : editions()) {
        const Reading reading(edition.sample);
        const auto nodes = reading.document().nodes();
        for (const gouji::Node& node : nodes) {
            if (node.parent == GOUJI_NONE) continue;
            EXPECT_TRUE(gouji::contains(nodes[0].span, node.span));
            EXPECT_LE(node.span.begin, node.span.end);
        }
    }
}

TEST(Read, any_bytes_are_read_without_harm) {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {"\t",
                                             "\n",
                                             "\r\n",
                                             "|",
                                             "｜",
                                             " ",
                                             "\u00A0",
                                             "\u3000",
                                             "0",
                                             "12",
                                             "规章",
                                             "其他",
                                             "总计",
                                             "三、",
                                             "本年度办理结果",
                                             "第二十条第（一）项",
                                             "信息内容",
                                             "结果维持",
                                             "行政复议",
                                             "。",
                                             "-",
                                             "|---|",
                                             "<br>",
                                             "\u2028",
                                             "年度报告",
                                             "一、总体情况",
                                             "二、"};
    for (int round = 0; round < 400; ++round) {
        std::string bytes;
        const auto length = random() % 200;
        for (std::size_t i = 0; i < length; ++i) bytes += pieces[random() % pieces.size()];
        const Reading reading(bytes);
        std::uint32_t at = 0;
        for (const Document& document : reading.documents) {
            EXPECT_EQ(document.extent().begin, at);
            at = document.extent().end;
            for (const gouji_cell& cell : document.cells()) {
                EXPECT_TRUE(gouji::contains(document.extent(), cell.span));
                EXPECT_GE(cell.column_span, 1U);
                EXPECT_GE(cell.row_span, 1U);
            }
        }
        EXPECT_EQ(at, reading.text.view().size());
    }
}

}  // namespace
