#include "gouji/container/number_format.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(NumberFormat, WritesNumbersAsWordDoes) {
    struct Case {
        const char* format;
        int number;
        const char* text;
    };
    const Case cases[] = {
        {"chineseCountingThousand", 10, "十"},
        {"chineseCountingThousand", 12, "十二"},
        {"chineseCountingThousand", 105, "一百零五"},
        {"japaneseCounting", 21, "二十一"},
        {"chineseCounting", 12, "十二"},
        {"chineseLegalSimplified", 10, "壹拾"},
        {"ideographDigital", 20, "二〇"},
        {"decimal", 7, "7"},
        {"decimalZero", 7, "07"},
        {"decimalFullWidth", 12, "１２"},
        {"upperRoman", 14, "XIV"},
        {"lowerRoman", 9, "ix"},
        {"upperLetter", 28, "BB"},
        {"lowerLetter", 3, "c"},
        {"decimalEnclosedCircleChinese", 20, "⑳"},
        {"decimalEnclosedCircle", 21, "21"},
        {"ideographTraditional", 2, "乙"},
        {"ideographZodiac", 12, "亥"},
        {"bullet", 3, ""},
        {"somethingNew", 4, "4"},
        {"upperRoman", -5, ""},
        {"decimal", 2'000'000'000, "32767"},
    };
    for (const Case& test : cases)
        EXPECT_EQ(formatted_number(test.format, test.number), test.text) << test.format;
}

}  // namespace
}  // namespace gouji
