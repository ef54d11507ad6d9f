// What errors are made of: both languages, the nearest word, and the line with its caret.
#include "gouji/base/nearest.hpp"
#include "gouji/base/result.hpp"
#include "gouji/base/source_snippet.hpp"

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

TEST(SourceSnippet, UnderlinesWideCharactersAtTheirWidth) {
    EXPECT_EQ(source_snippet("共35条", 12, 2, 2),
              "\n  12 | 共35条"
              "\n     |   ^^");
    EXPECT_EQ(source_snippet("共35条", 3, 4, 1),
              "\n  3 | 共35条"
              "\n    |     ^^");
}

TEST(SourceSnippet, StaysWithinTheLine) {
    EXPECT_EQ(source_snippet("ab", 1, 2, 50),
              "\n  1 | ab"
              "\n    |  ^");
}

TEST(LineOf, CountsFromOneAndDropsTheLineEnd) {
    constexpr std::string_view text = "一\r\n二\n三";
    EXPECT_EQ(line_of(text, 1), "一");
    EXPECT_EQ(line_of(text, 2), "二");
    EXPECT_EQ(line_of(text, 3), "三");
    EXPECT_EQ(line_of(text, 4), "");
}

}  // namespace
}  // namespace gouji
