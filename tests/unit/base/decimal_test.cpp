#include <gouji/decimal.hpp>

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Decimal, AddsWhatBinaryFractionsCannot) {
    EXPECT_EQ(Decimal(1, -1) + Decimal(2, -1), Decimal(3, -1));
}

TEST(Decimal, ComparesValuesAndNotSpellings) {
    EXPECT_EQ(Decimal(1250, -2), Decimal(125, -1));
    EXPECT_EQ(Decimal(3, 2), Decimal(300));
    EXPECT_LT(Decimal(-3), Decimal(5, -1));
    EXPECT_EQ(Decimal(0, -2), Decimal(0, 5));
}

TEST(Decimal, KeepsWhatWasPrinted) {
    struct Case {
        Decimal value;
        const char* text;
    };
    for (const auto& [value, text] :
         {Case{{1250, -2}, "12.50"}, Case{{5, -3}, "0.005"}, Case{{-3}, "-3"}, Case{{3, 2}, "300"},
          Case{{0, 4}, "0"}, Case{{-12, -1}, "-1.2"}}) {
        EXPECT_EQ(value.text(), text);
    }
}

TEST(Decimal, KnowsWholeNumbers) {
    EXPECT_TRUE(Decimal(500, -2).whole());
    EXPECT_FALSE(Decimal(125, -1).whole());
    EXPECT_EQ(Decimal(500, -2).integer(), 5);
    EXPECT_EQ(Decimal(125, -1).integer(), std::nullopt);
    EXPECT_EQ(Decimal(4, 30).integer(), std::nullopt);
}

TEST(Decimal, SaturatesInsteadOfWrapping) {
    const Decimal huge(std::numeric_limits<std::int64_t>::max());
    EXPECT_GE(huge + huge, huge);
    EXPECT_GT(Decimal(4, 30), Decimal(4));
    EXPECT_LT(Decimal(-4, 30), Decimal(-4));
}

TEST(Decimal, SurvivesTheLeastInteger) {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    EXPECT_EQ(Decimal(0) - Decimal(least), Decimal(std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(Decimal(least) - Decimal(least), Decimal(0));
    EXPECT_EQ(Decimal(-1) - Decimal(least), Decimal(std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(Decimal(least).text(), "-9223372036854775808");
    EXPECT_EQ(Decimal(least).reduced(), Decimal(least));
}

}  // namespace
}  // namespace gouji
