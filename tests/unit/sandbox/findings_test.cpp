#include "gouji/sandbox/findings.hpp"

#include "gouji/rule/collector.hpp"

#include <string>

#include <gtest/gtest.h>

namespace gouji {
namespace {

class FindingsTest : public testing::Test {
protected:
    FindingsTest() {
        page_.id = "a/one";
        page_.messages = {{"found", {"找到", "found"}, Level::off}};
    }
    Result<bool> replay(std::string_view answer, std::uint32_t begin = 0) {
        collector_.begin(0, page_);
        auto passed = replay_findings(answer, begin, collector_);
        collector_.end();
        return passed;
    }

    const std::string text_ = "年报正文，年报正文";
    const std::atomic<bool> stop_{false};
    Page page_;
    Collector collector_{text_, {0, 27}, stop_};
};

TEST_F(FindingsTest, ComeBackAsTheyWereSent) {
    Finding sent{0, {0, 6}, "found", {{"z", "\"1\"\n"}, {"a", "二"}}, {}, {}, 40};
    sent.related.push_back({{6, 12}, "found", {{"b", "2"}}});
    sent.fixes.push_back({true, "found", {{"c", "3"}}, {{{0, 3}, "月"}, {{3, 3}, ""}}});
    const auto passed = replay(findings_json({&sent, 1}));
    ASSERT_TRUE(passed && *passed);
    ASSERT_EQ(collector_.findings.size(), 1U);
    const Finding& got = collector_.findings[0];
    EXPECT_EQ(got.arguments, sent.arguments);
    EXPECT_EQ(got.rank, 40U);
    EXPECT_EQ(got.related[0].arguments, sent.related[0].arguments);
    EXPECT_TRUE(same(got.related[0].where, {6, 12}));
    EXPECT_TRUE(got.fixes[0].safe);
    EXPECT_EQ(got.fixes[0].edits[0].by, "月");
    EXPECT_TRUE(same(got.fixes[0].edits[1].replaced, {3, 3}));
}

TEST_F(FindingsTest, StandWhereTheirTextBegins) {
    ASSERT_TRUE(replay(R"({"message": "found", "span": [0, 6]})", 15).value());
    EXPECT_TRUE(same(collector_.findings.at(0).where, {15, 21}));
    EXPECT_FALSE(replay(R"({"message": "found", "span": [0, 4294967295]})", 15).value());
}

TEST_F(FindingsTest, OfARuleThatFailedAreItsReason) {
    const auto passed = replay(failure_json({"不行", "no"}));
    ASSERT_FALSE(passed);
    EXPECT_EQ(passed.error().zh, "不行");
    EXPECT_EQ(replay(R"({"failed": "why"})").error().en, "why");
    EXPECT_FALSE(replay(R"({"failed": 7})").error().zh.empty());
    EXPECT_LT(replay(R"({"failed": ")" + std::string(100'000, 'x') + "\"}").error().zh.size(),
              2000U);
}

TEST_F(FindingsTest, OfAnotherShapeAreNone) {
    const std::string deep(1'000'000, '[');
    for (const std::string& answer :
         {std::string("rubbish"), std::string("[]"), std::string("7"), std::string("{"), deep,
          "{\"message\":" + deep + "}", std::string(R"({"message": "found"})"),
          std::string(R"({"message": "found", "span": [0]})"),
          std::string(R"({"message": "found", "span": [0, -1]})"),
          std::string(R"({"message": "found", "span": [0, 1.5]})"),
          std::string(R"({"message": "found", "span": [0, 18446744073709551616]})"),
          std::string(R"({"message": "found", "span": [0, 6], "arguments": {"a": 1}})"),
          std::string(R"({"message": "found", "span": [0, 6], "arguments": 7})"),
          std::string(R"({"message": "found", "span": [0, 6], "arguments": [["a"]]})"),
          "{\"message\": \"found\", \"span\": [0, 6], \"x\": \"" + std::string(2'000'000, 'x') +
              "\"}",
          std::string(R"({"message": "found", "span": [0, 6], "fixes": {}})"),
          std::string(R"({"message": "found", "span": [0, 6], "fixes": [{"edits": [7]}]})"),
          std::string(R"({"message": "found", "span": [0, 6], "rank": "x"})")}) {
        const auto passed = replay(answer);
        EXPECT_FALSE(passed && *passed) << answer.substr(0, 100);
    }
}

TEST_F(FindingsTest, AreNotReadOnceThereAreTooMany) {
    std::string many;
    for (int i = 0; i < 50'000; ++i) many += "{\"message\": \"found\", \"span\": [0, 6]}\n";
    ASSERT_TRUE(replay(many).value());
    EXPECT_EQ(collector_.findings.size(), Collector::limit);
    EXPECT_EQ(collector_.overflows.size(), 1U);
}

}  // namespace
}  // namespace gouji
