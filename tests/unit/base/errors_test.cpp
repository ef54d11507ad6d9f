// What errors are made of: both languages, the nearest word, and the line with its caret.
#include "gouji/base/nearest.hpp"
#include "gouji/base/result.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Nearest, TakesTheSmallestDistanceAndNothingFarAway) {
    EXPECT_EQ(nearest("lenght", {"term", "length", "headings"}), "length");
    EXPECT_EQ(nearest("总体情祝", {"存在问题", "总体情况"}), "总体情况");
    EXPECT_EQ(nearest("deadline", {"term", "cell"}), "");
    EXPECT_EQ(nearest("a", {}), "");
}

TEST(Nearest, SuggestionsFallBackWhenNothingIsNear) {
    EXPECT_EQ(did_you_mean("lenght", {"length"}),
              (Localized{"，最接近的是“length”", "; did you mean 'length'?"}));
    EXPECT_EQ(did_you_mean("zzzzzz", {"length"}, {"，见帮助", "; see help"}),
              (Localized{"，见帮助", "; see help"}));
}

TEST(Join, PutsTheSeparatorBetween) {
    EXPECT_EQ(join({"a", "b", "b"}, "、"), "a、b、b");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(Localized, IsChineseWhereThereIsNoEnglish) {
    EXPECT_EQ((Localized{"甲", "a"}).in(Language::en), "a");
    EXPECT_EQ((Localized{"甲"}).in(Language::en), "甲");
    EXPECT_EQ((Localized{"甲", "a"}).in(Language::zh), "甲");
}

Result<int> half(int number) {
    if (number % 2 != 0) return fail("是奇数", "is odd");
    return number / 2;
}

Result<int> quarter(int number) {
    GOUJI_TRY(const int once, half(number));
    GOUJI_TRY(const int twice, half(once));
    return twice;
}

TEST(Result, TryReturnsTheFirstErrorOrTheValue) {
    EXPECT_EQ(quarter(12), 3);
    EXPECT_FALSE(quarter(6));
    EXPECT_EQ(quarter(5).error().en, "is odd");
}

}  // namespace
}  // namespace gouji
