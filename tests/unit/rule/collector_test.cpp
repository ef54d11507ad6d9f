#include "gouji/rule/collector.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

class Collecting : public ::testing::Test {
protected:
    Collecting() {
        page_.id = "a/one";
        page_.messages = {{"found", {"找到", "found"}, Level::off}};
    }
    void one(Span where, std::string_view message = "found") {
        collector_.open(where, message);
        collector_.close();
    }

    const std::string text_ = "前文\n年报正文\n后文";
    const Span extent_{7, 20};  // “年报正文\n”
    std::atomic<bool> stop_{false};
    Page page_;
    Collector collector_{text_, extent_, stop_};
};

TEST_F(Collecting, KeepsAFindingAsItWasSaid) {
    collector_.begin(3, page_);
    collector_.open({7, 10}, "found");
    collector_.argument("a", "1");
    collector_.related({10, 13}, "found");
    collector_.argument("b", "2");
    collector_.fix(true, "found");
    collector_.argument("c", "3");
    collector_.edit({7, 10}, "月");
    collector_.rank(1000);
    collector_.close();
    collector_.end();
    ASSERT_EQ(collector_.findings.size(), 1U);
    const Finding& finding = collector_.findings[0];
    EXPECT_EQ(finding.rule, 3U);
    EXPECT_EQ(finding.arguments, (Finding::Arguments{{"a", "1"}}));
    EXPECT_EQ(finding.related[0].arguments, (Finding::Arguments{{"b", "2"}}));
    EXPECT_EQ(finding.fixes[0].arguments, (Finding::Arguments{{"c", "3"}}));
    EXPECT_EQ(finding.fixes[0].edits[0].by, "月");
    EXPECT_EQ(finding.rank, 100U);
    EXPECT_TRUE(collector_.failures.empty());
}

TEST_F(Collecting, ARuleThatBreaksTheContractLosesItsFindingsAndNoOther) {
    for (const Span bad :
         {Span{0, 3}, Span{8, 10}, Span{10, 7}, Span{19, 25}, Span{7, 0xFFFFFFFF}}) {
        Collector collector(text_, extent_, stop_);
        collector.begin(0, page_);
        collector.open({7, 7}, "found");
        collector.close();
        collector.end();
        collector.begin(1, page_);
        collector.open({7, 7}, "found");
        collector.close();
        collector.open(bad, "found");
        collector.close();
        EXPECT_TRUE(collector.cancelled());
        collector.end();
        ASSERT_EQ(collector.findings.size(), 1U) << bad.begin << "–" << bad.end;
        EXPECT_EQ(collector.findings[0].rule, 0U);
        ASSERT_EQ(collector.failures.size(), 1U);
        EXPECT_EQ(collector.failures[0].rule, 1U);
    }
}

TEST_F(Collecting, APlaceInLastYearsReportIsCheckedAgainstThatReport) {
    const std::string before = "上年的年报";
    const auto failures_of = [&](Span where, bool given, std::string_view message) {
        Collector collector(text_, extent_, stop_);
        if (given) collector.set_previous(before, {3, 15});
        collector.begin(0, page_);
        collector.open({7, 7}, "found");
        collector.related_previous(where, message);
        collector.argument("a", "1");
        collector.close();
        collector.end();
        if (!collector.findings.empty()) {
            EXPECT_TRUE(collector.findings[0].related.at(0).previous);
            EXPECT_EQ(collector.findings[0].related[0].arguments, (Finding::Arguments{{"a", "1"}}));
        }
        return collector.failures.size();
    };
    EXPECT_EQ(failures_of({3, 6}, true, "found"), 0U);
    EXPECT_EQ(failures_of({0, 6}, true, "found"), 1U);
    EXPECT_EQ(failures_of({4, 6}, true, "found"), 1U);
    EXPECT_EQ(failures_of({6, 3}, true, "found"), 1U);
    EXPECT_EQ(failures_of({3, 6}, true, "lost"), 1U);
    EXPECT_EQ(failures_of({0, 0}, false, "found"), 1U);
}

TEST_F(Collecting, AnUnknownMessageIsAFailure) {
    collector_.begin(0, page_);
    one({7, 7}, "lost");
    collector_.end();
    ASSERT_EQ(collector_.failures.size(), 1U);
    EXPECT_NE(collector_.failures[0].reason.zh.find("lost"), std::string::npos);
}

TEST_F(Collecting, StopsARuleThatFindsTooMuch) {
    collector_.begin(0, page_);
    std::uint64_t said = 0;
    while (!collector_.cancelled()) {
        one({7, 7});
        ++said;
    }
    collector_.end();
    EXPECT_EQ(said, Collector::limit);
    EXPECT_EQ(collector_.findings.size(), Collector::limit);
    ASSERT_EQ(collector_.overflows.size(), 1U);
    EXPECT_TRUE(collector_.failures.empty());
}

TEST_F(Collecting, EndsARuleThatTakesTooLong) {
    Collector collector(text_, extent_, stop_, std::chrono::milliseconds(0));
    collector.begin(0, page_);
    collector.open({7, 7}, "found");
    collector.close();
    int asked = 0;
    while (!collector.cancelled()) ASSERT_LT(++asked, 1'000);
    collector.end();
    EXPECT_TRUE(collector.findings.empty());
    ASSERT_EQ(collector.failures.size(), 1U);
    EXPECT_NE(collector.failures[0].reason.zh.find("秒"), std::string::npos);
    collector.begin(1, page_);
    collector.open({7, 7}, "found");
    collector.close();
    EXPECT_FALSE(collector.cancelled());
    collector.end();
    EXPECT_EQ(collector.findings.size(), 1U);
}

TEST_F(Collecting, NamesARuleThatDoesNotStop) {
    collector_.begin(0, page_);
    for (int i = 0; i < 100'000; ++i) one({7, 7});
    collector_.end();
    EXPECT_TRUE(collector_.findings.empty());
    ASSERT_EQ(collector_.failures.size(), 1U);
    EXPECT_NE(collector_.failures[0].reason.zh.find("100000"), std::string::npos);
}

TEST_F(Collecting, PassesTheWishToStopOn) {
    collector_.begin(0, page_);
    EXPECT_FALSE(collector_.cancelled());
    stop_ = true;
    EXPECT_TRUE(collector_.cancelled());
}

TEST_F(Collecting, MakesWhatARuleSaysWellFormed) {
    collector_.begin(0, page_);
    collector_.open({7, 7}, "found");
    collector_.argument("\xFF", "a\xE5\x80z");
    collector_.close();
    collector_.end();
    EXPECT_EQ(collector_.findings[0].arguments[0].first, "\uFFFD");
    EXPECT_EQ(collector_.findings[0].arguments[0].second, "a\uFFFD\uFFFDz");
}

}  // namespace
}  // namespace gouji
