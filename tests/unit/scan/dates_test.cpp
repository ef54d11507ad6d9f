// Ordinals, dates and the numbers of documents, as they are printed.
#include "gouji/scan/closing_date.hpp"
#include "gouji/scan/date_scan.hpp"
#include "gouji/scan/document_number.hpp"
#include "gouji/scan/ordinal.hpp"
#include <gouji/utf8.hpp>

#include <string_view>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Ordinal, HasItsStyleItsMarkAndItsBlanks) {
    const auto read = [](std::string_view line, std::uint32_t value, std::uint32_t size) {
        const Ordinal found = read_ordinal(line);
        EXPECT_EQ(found.value, value) << line;
        EXPECT_EQ(found.size, size) << line;
        return found.style;
    };
    const auto chapter = read("三、本年新收", 3, 6);
    EXPECT_NE(chapter, std::uint32_t{GOUJI_ORDINAL_NONE});
    EXPECT_NE(read("（三）其他", 3, 9), chapter);
    EXPECT_NE(read("3.主动公开", 3, 2), chapter);
    EXPECT_EQ(read("三、 总体", 3, 7), chapter);
    EXPECT_EQ(read_ordinal("三、 总体").mark, 6U);
    EXPECT_EQ(read("总体情况", 0, 0), std::uint32_t{GOUJI_ORDINAL_NONE});
    EXPECT_EQ(read("", 0, 0), std::uint32_t{GOUJI_ORDINAL_NONE});
}

TEST(Ordinal, MayHaveWhatAWordProcessorLeftBefore) {
    EXPECT_EQ(leading_boilerplate("[bookmark: _GoBack]一、总体情况"), 19U);
    EXPECT_EQ(leading_boilerplate("一、总体情况"), 0U);
}

struct Date {
    const char* text;
    std::int32_t year;
    std::uint32_t month;
    std::uint32_t day;
    std::uint32_t end;
};

void PrintTo(const Date& date, std::ostream* out) { *out << date.text; }

class Dates : public testing::TestWithParam<Date> {};

TEST_P(Dates, AreReadAsTheyArePrinted) {
    const PrintedDate found = date_at(GetParam().text, 0);
    EXPECT_EQ(found.year, GetParam().year);
    EXPECT_EQ(found.month, GetParam().month);
    EXPECT_EQ(found.day, GetParam().day);
    EXPECT_EQ(found.end, GetParam().end);
}

INSTANTIATE_TEST_SUITE_P(
    Scan, Dates,
    testing::Values(Date{"2021年1月30日止", 2021, 1, 30, 16}, Date{"2021年1月", 2021, 1, 0, 11},
                    Date{"2021年", 2021, 0, 0, 7}, Date{"1月30日", 0, 1, 30, 9},
                    Date{"2021-01-30", 2021, 1, 30, 10}, Date{"2021.1.30", 2021, 1, 30, 9},
                    Date{"二〇二一年一月", 2021, 1, 0, 21}, Date{"报告2021年", 0, 0, 0, 0},
                    Date{"30条", 0, 0, 0, 0}, Date{"", 0, 0, 0, 0}));

TEST(Dates, OfARangeShareTheirYear) {
    const PrintedDate first = date_at("2021.1.1-12.31", 0);
    EXPECT_EQ(first.separator, '.');
    const PrintedDate last = rest_at("2021.1.1-12.31", 9, first.separator);
    EXPECT_EQ(last.month, 12U);
    EXPECT_EQ(last.day, 31U);
}

TEST(Dates, ExistInTheCalendar) {
    EXPECT_TRUE(exists(2024, 2, 29));
    EXPECT_FALSE(exists(2023, 2, 29));
    EXPECT_FALSE(exists(2023, 13, 1));
    EXPECT_FALSE(exists(2023, 4, 31));
    EXPECT_TRUE(exists(0, 12, 0));
}

TEST(ClosingDate, EndsALine) {
    for (const char* date : {"2022年1月15日", "二〇二二年一月", "2022-01-15"})
        EXPECT_TRUE(is_date_alone(date)) << date;
    EXPECT_FALSE(is_date_alone("云岭县水利局2022年1月15日"));
    EXPECT_EQ(before_closing_date("云岭县水利局2022年1月15日"), "云岭县水利局");
    EXPECT_EQ(before_closing_date("云岭县水利局"), "");
}

DocumentNumber number_in(std::string_view text) {
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    for (std::uint32_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (may_open_number(c.code)) {
            const DocumentNumber found = document_number(text, all, at);
            if (found.span.end != 0) return found;
        }
        at += c.size;
    }
    return {};
}

TEST(DocumentNumber, HasItsIssuerItsYearAndItsNumber) {
    for (const char* text :
         {"云政办发〔2021〕12号", "云政办发[2021]12号", "云政办发（2021）12号"}) {
        const DocumentNumber found = number_in(text);
        EXPECT_EQ(found.year, 2021) << text;
        EXPECT_EQ(found.number, 12U) << text;
        EXPECT_EQ(std::string_view(text).substr(found.issuer.begin, size(found.issuer)), "云政办发")
            << text;
    }
    EXPECT_EQ(number_in("国令第711号").number, 711U);
    EXPECT_EQ(number_in("公开信息（2021年）12条").span.end, 0U);
}

}  // namespace
}  // namespace gouji
