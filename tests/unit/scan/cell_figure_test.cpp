#include "gouji/scan/cell_figure.hpp"

#include <gouji/decimal.hpp>

#include <gtest/gtest.h>

namespace {

using gouji::Decimal;
using gouji::read_cell_figure;

void expect_number(std::string_view printed, Decimal value, std::string_view unit = "") {
    const gouji::CellFigure figure = read_cell_figure(printed);
    EXPECT_EQ(figure.state, static_cast<std::uint32_t>(GOUJI_FIELD_NUMBER)) << printed;
    EXPECT_TRUE(Decimal(figure.value) == value) << printed;
    EXPECT_EQ(figure.unit, unit) << printed;
}

TEST(CellFigure, reads_what_people_type) {
    expect_number("0", 0);
    expect_number("\u00A012", 12);
    expect_number("１２", 12);
    expect_number("+1036", 1036);
    expect_number("＋1036", 1036);
    expect_number("-3", -3);
    expect_number("－3", -3);
    expect_number("16,836", 16836);
    expect_number("1，234，567.5", Decimal(12345675, -1));
    expect_number("251000元", 251000, "元");
    expect_number("12.5 万元", Decimal(125, -1), "万元");
    expect_number("36.5（万元）", Decimal(365, -1), "万元");
}

TEST(CellFigure, keeps_the_places_that_were_printed) {
    EXPECT_EQ(read_cell_figure("0.00").value.exponent, -2);
    EXPECT_EQ(read_cell_figure("12.50").value.coefficient, 1250);
}

TEST(CellFigure, tells_placeholders_blanks_and_text) {
    for (const char* mark : {"/", "／", "—", "——", "-", "无", "零", "〇"}) {
        EXPECT_EQ(read_cell_figure(mark).state, static_cast<std::uint32_t>(GOUJI_FIELD_PLACEHOLDER))
            << mark;
    }
    EXPECT_EQ(read_cell_figure(" \u00A0\u3000").state,
              static_cast<std::uint32_t>(GOUJI_FIELD_BLANK));
    for (const char* text : {"若干", "1.", "1.属于国家秘密", "3 5", "12,34", "1.2.3", "2021年",
                             "--3", "12345678901234567890"}) {
        EXPECT_EQ(read_cell_figure(text).state, static_cast<std::uint32_t>(GOUJI_FIELD_TEXT))
            << text;
    }
}

}  // namespace
