#include "gouji/edition/lexicon.hpp"

#include "gouji/base/distance.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using gouji::Edition;
using gouji::Lexicon;
using gouji::Word;

std::vector<Edition> editions() {
    return gouji::load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
}

std::string folded(std::string_view words) {
    std::string out;
    gouji::fold(words, out);
    return out;
}

TEST(Fold, makes_ways_of_typing_equal) {
    EXPECT_EQ(folded("（三） 不予\n公开"), folded("(三)不予公开"));
    EXPECT_EQ(folded("３．危及“三安全一稳定”"), folded("3.危及\"三安全一稳定\""));
    EXPECT_EQ(folded("商业<br/>企业"), folded("商业企业"));
    EXPECT_NE(folded("规章"), folded("规程"));
}

TEST(Lexicon, finds_words_where_they_are_used) {
    const auto all = editions();
    const Lexicon lexicon(all);
    const auto found = lexicon.find(folded("1.属于国家秘密"));
    ASSERT_EQ(found.size(), 2U) << "one in each edition";
    EXPECT_EQ(found[0].word, Word::row);
    EXPECT_TRUE(lexicon.find(folded("属于国家机密")).empty());
    EXPECT_EQ(gouji::only_edition(found), GOUJI_NONE);
    EXPECT_NE(gouji::only_edition(lexicon.find(folded("本年新制作数量"))), GOUJI_NONE);
}

TEST(Lexicon, knows_beginnings_and_chapters) {
    const auto all = editions();
    const Lexicon lexicon(all);
    EXPECT_TRUE(lexicon.begins(folded("三、本年度")));
    EXPECT_FALSE(lexicon.begins(folded("三、去年度")));
    EXPECT_FALSE(lexicon.begins(folded("规章")));
    EXPECT_EQ(lexicon.chapter(folded("存在的主要问题和改进情况")), 5U);
    EXPECT_EQ(lexicon.chapter(folded("规章")), 0U);
}

TEST(Lexicon, finds_what_is_near) {
    const auto all = editions();
    const Lexicon lexicon(all);
    const auto near = lexicon.near(folded("7.属于行政执法案件"));
    ASSERT_FALSE(near.entries.empty());
    EXPECT_EQ(near.distance, 1U);
    EXPECT_TRUE(lexicon.near(folded("本年接待群众来访批次")).entries.empty());
}

TEST(Distance, counts_changed_added_and_dropped) {
    const auto d = [](std::u32string_view a, std::u32string_view b) {
        return gouji::distance(a, b, 9);
    };
    EXPECT_EQ(d(U"规章", U"规章"), 0U);
    EXPECT_EQ(d(U"规章", U"规程"), 1U);
    EXPECT_EQ(d(U"行政许可", U"行政许可证"), 1U);
    EXPECT_EQ(d(U"甲乙丙", U"乙丙丁"), 2U);
    EXPECT_EQ(gouji::distance(U"甲乙丙丁", U"一二三四", 2), 3U) << "beyond the limit";
}

}  // namespace
