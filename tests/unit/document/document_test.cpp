#include "gouji/document/document.hpp"

#include <gtest/gtest.h>

namespace {

using gouji::Document;
using gouji::DocumentBuilder;
using gouji::Span;
using gouji::Text;

TEST(Document, is_what_was_built) {
    const Text text = Text::decode("标题\n规 章\t0\n正文").value();
    DocumentBuilder builder(text, gouji::span_of(0, text.view().size()), "a.txt");
    builder.add(GOUJI_KIND_TITLE, {0, 6});
    const gouji_node table = builder.open_table({7, 16});
    builder.open_row({7, 16});
    builder.cell({{7, 14}, 0});
    builder.cell({{15, 16}, 1});
    builder.close_table();
    builder.add(GOUJI_KIND_PARAGRAPH, {17, 23});
    const Document document = std::move(builder).build();

    ASSERT_NE(document.table(table), nullptr);
    EXPECT_EQ(document.table(table + 1), nullptr);
    const auto cells = document.cells(*document.table(table));
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(gouji::view(cells[0].text), "规章") << "blanks inside are gone";
    EXPECT_EQ(document.at(cells[0].span), "规 章") << "what was printed is kept";
    EXPECT_EQ(document.table(table)->columns, 2U);
    ASSERT_EQ(document.nodes(GOUJI_KIND_CELL).size(), 2U);
    EXPECT_EQ(document.nodes(GOUJI_KIND_CELL)[1], cells[1].node);
    EXPECT_EQ(document.nodes()[cells[1].node].parent, document.nodes()[cells[0].node].parent);
    EXPECT_EQ(document.nodes()[table].kind, static_cast<gouji_kind>(GOUJI_KIND_TABLE));
    EXPECT_TRUE(document.nodes(99).empty());
}

TEST(Document, cell_texts_survive_a_move) {
    const Text text = Text::decode("规 章").value();
    DocumentBuilder builder(text, {0, 7}, "");
    builder.open_table({0, 7});
    builder.open_row({0, 7});
    builder.cell({{0, 7}, 0});
    builder.close_table();
    Document first = std::move(builder).build();
    const Document second = std::move(first);
    EXPECT_EQ(gouji::view(second.cells()[0].text), "规章");
}

TEST(Document, line_break_tags_are_no_words) {
    const Text text = Text::decode("商业<br>企业").value();
    DocumentBuilder builder(text, {0, 16}, "");
    builder.open_table({0, 16});
    builder.open_row({0, 16});
    builder.cell({{0, 16}, 0});
    builder.close_table();
    EXPECT_EQ(gouji::view(std::move(builder).build().cells()[0].text), "商业企业");
}

}  // namespace
