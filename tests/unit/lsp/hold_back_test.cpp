#include "gouji/lsp/hold_back.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

using Clock = HoldBack::Clock;

Page page_named(const char* id) {
    Page out;
    out.id = id;
    return out;
}

class HoldingBack : public testing::Test {
protected:
    const Page law = page_named("wording/law-name");
    TextDocument text{"一行\n两行\n三行\n", PositionEncoding::utf16};
    HoldBack hold;
    Clock::time_point now{};

    LiveFinding finding(Span where, const char* words) const {
        LiveFinding out;
        out.finding.where = where;
        out.page = &law;
        out.words = words;
        return out;
    }
    void type(TextPosition at, const char* words) {
        hold.edited(text, text.replace({at, at}, words), now);
    }
    std::vector<std::uint32_t> shown(const std::vector<LiveFinding>& findings) {
        return hold.shown(findings, now);
    }
};

using Indices = std::vector<std::uint32_t>;

TEST_F(HoldingBack, ShowsEverythingWhenADocumentIsOpened) {
    EXPECT_EQ(shown({finding({0, 6}, "甲"), finding({7, 13}, "乙")}), (Indices{0, 1}));
    EXPECT_FALSE(hold.due());
}

TEST_F(HoldingBack, LetsANewcomerOnTheEditedLineWait) {
    type({1, 2}, "y");
    EXPECT_EQ(shown({finding({0, 6}, "甲"), finding({7, 14}, "乙")}), (Indices{0}));
    ASSERT_TRUE(hold.due());
    EXPECT_EQ(*hold.due(), now + HoldBack::quiet);
    now += HoldBack::quiet;
    EXPECT_EQ(shown({finding({0, 6}, "甲"), finding({7, 14}, "乙")}), (Indices{0, 1}));
    EXPECT_FALSE(hold.due());
}

TEST_F(HoldingBack, KeepsWhatWasShownThoughItMovesOrItsFiguresChange) {
    EXPECT_EQ(shown({finding({7, 13}, "应填5")}).size(), 1U);
    type({1, 0}, "我");
    EXPECT_EQ(shown({finding({10, 16}, "应填5")}).size(), 1U) << "moved";
    type({1, 3}, "6");
    EXPECT_EQ(shown({finding({10, 17}, "应填6")}).size(), 1U) << "other words";
    type({1, 0}, "，");
    EXPECT_EQ(shown({finding({20, 20}, "应填6")}).size(), 1U) << "elsewhere on the line";
    EXPECT_EQ(shown({}).size(), 0U);
    EXPECT_EQ(shown({finding({13, 20}, "应填6")}).size(), 0U) << "gone and come back";
}

TEST_F(HoldingBack, EndsWhenTheTextIsSaved) {
    type({1, 2}, "y");
    hold.settle();
    EXPECT_EQ(shown({finding({7, 14}, "乙")}).size(), 1U);
}

}  // namespace
}  // namespace gouji
