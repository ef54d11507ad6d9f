#include "gouji/diagnostics/similarity_key.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

constexpr const char* sentence =
    "信息发布实行登记制度，谁提供谁负责，镇党政办公室统一审核后对外发布。";

SimilarityKey of(std::string_view text) { return {1, 2, 3, sketch(text)}; }

TEST(SimilarityKey, BlanksWidthAndFiguresDoNotMatter) {
    const std::uint64_t plain = sketch("全年收到申请12件，办结3件。");
    EXPECT_EQ(plain, sketch("　全年收到\n申请 12 件，办结 3 件。"));
    EXPECT_EQ(plain, sketch("全年收到申请１２件，办结３件。"));
    EXPECT_EQ(plain, sketch("全年收到申请7件，办结1204件。"));
    EXPECT_EQ(sketch(""), 0U);
    EXPECT_EQ(sketch(" \n"), 0U);
    EXPECT_NE(sketch("件"), 0U);
}

TEST(SimilarityKey, AnEditedSentenceIsNearAnotherIsNot) {
    const SimilarityKey before = of(sentence);
    const char* edited[] = {
        "信息发布实行登记制度，谁提供谁负责，镇综合办公室统一审核后对外发布。",
        "信息发布谁提供谁负责，镇党政办公室统一审核后对外发布。",
        "按照要求，信息发布实行登记制度，谁提供谁负责，镇党政办公室统一审核后对外发布。",
    };
    for (const char* text : edited) EXPECT_TRUE(distance(before, of(text))) << text;
    const char* others[] = {
        "镇便民服务中心设有查阅点，配备电脑一台，由值班人员协助查询。",
        "政府信息公开纳入对村和站所的考核，接受社会评议。",
        "村级公开栏更新不够及时，内容不够完整。",
        "我镇没有收取信息处理费。",
    };
    for (const char* text : others) EXPECT_FALSE(distance(before, of(text))) << text;
}

TEST(SimilarityKey, OtherWordsAndChaptersAreFurtherOtherKindsNever) {
    const SimilarityKey one = of(sentence);
    SimilarityKey other = one;
    EXPECT_EQ(distance(one, other), 0U);
    other.words = 9;
    EXPECT_GT(distance(one, other), 0U);
    other.kind = 9;
    EXPECT_FALSE(distance(one, other));
}

TEST(SimilarityKey, ReadsWhatItWrites) {
    const SimilarityKey one{0xFFFF'FFFF, 0, 0x12ab, sketch(sentence)};
    EXPECT_EQ(SimilarityKey::parse(one.text()), one);
    for (const char* bad : {"", "1-2-3-4", "ffffffff-00000000-000012ab-12345678", "x"})
        EXPECT_FALSE(SimilarityKey::parse(bad)) << bad;
    std::string damaged = one.text();
    damaged[3] = 'x';
    EXPECT_FALSE(SimilarityKey::parse(damaged));
}

}  // namespace
}  // namespace gouji
