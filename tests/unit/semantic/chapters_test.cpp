#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Heading {
    std::string line;
    std::string kind;
    std::uint32_t match;
    std::uint32_t style;
    std::uint32_t ordinal;
    std::uint32_t level = 1;
    std::uint32_t distance = 0;
};

std::ostream& operator<<(std::ostream& out, const Heading& heading) { return out << heading.line; }

class Chapters : public testing::TestWithParam<Heading> {};

/// Every heading stands after a first chapter, as the second to the sixth do.
TEST_P(Chapters, are_known_by_their_titles) {
    const Heading& want = GetParam();
    const Report report("一、总体情况\n正文。\n" + want.line + "\n后文。\n");
    const auto& chapters = report.model().chapters;
    ASSERT_EQ(chapters.size(), 2U);
    const gouji_chapter& found = chapters[1];
    EXPECT_EQ(view(found.kind), want.kind);
    EXPECT_EQ(found.match, want.match);
    EXPECT_EQ(found.ordinal_style, want.style);
    EXPECT_EQ(found.ordinal, want.ordinal);
    EXPECT_EQ(found.level, want.level);
    EXPECT_EQ(found.distance, want.distance);
    EXPECT_EQ(report.at(found.heading), want.line);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Chapters,
    testing::Values(
        Heading{"二、主动公开政府信息情况", "disclosure", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_HAN, 2},
        Heading{"五、存在的主要问题和改进情况", "problems", GOUJI_TITLE_VARIANT, GOUJI_ORDINAL_HAN,
                5},
        Heading{"六、其它需要报告的事项", "other", GOUJI_TITLE_NOTED, GOUJI_ORDINAL_HAN, 6},
        Heading{"收到和处理政府信息公开申请情况", "requests", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_NONE,
                0},
        Heading{"四、政府信息公开行政复议、行政诉讼", "disputes", GOUJI_TITLE_SIMILAR,
                GOUJI_ORDINAL_HAN, 4, 1, 2},
        Heading{"二、主动公开政府政府情况", "disclosure", GOUJI_TITLE_SIMILAR, GOUJI_ORDINAL_HAN, 2,
                1, 2},
        Heading{"三、主动公开政府信息情况", "disclosure", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_HAN, 3},
        Heading{"l六、其他需要报告的事项", "other", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_WRONG, 6},
        Heading{"二．主动公开政府信息情况", "disclosure", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_WRONG,
                2},
        Heading{"第二部分 主动公开政府信息情况", "disclosure", GOUJI_TITLE_EXACT,
                GOUJI_ORDINAL_WRONG, 2},
        Heading{"二、 主动公开 政府信息情况", "disclosure", GOUJI_TITLE_EXACT, GOUJI_ORDINAL_HAN,
                2},
        Heading{"五、政府信息公开的收费及减免情况", "", GOUJI_TITLE_LEGACY, GOUJI_ORDINAL_HAN, 5},
        Heading{"七、重点工作推进情况", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_HAN, 7},
        Heading{"（二）主动公开政府信息情况", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_HAN_BRACKET, 2,
                2},
        Heading{"（二）、依申请公开", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_WRONG, 2, 2},
        Heading{"(三）监督保障", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_HAN_BRACKET, 3, 2},
        Heading{"2.健全制度", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_DIGIT, 2, 3},
        Heading{"（3）强化培训", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_DIGIT_BRACKET, 3, 3},
        Heading{"一、加强组织领导", "", GOUJI_TITLE_OTHER, GOUJI_ORDINAL_HAN, 1, 2}));

TEST(Chapters, make_a_tree_with_bodies) {
    const Report report(
        "一、总体情况\n（一）主动公开\n甲。\n（二）依申请公开\n乙。\n二、主动公开政府信息情况\n");
    const auto& chapters = report.model().chapters;
    ASSERT_EQ(chapters.size(), 4U);
    EXPECT_EQ(chapters[1].parent, 0U);
    EXPECT_EQ(chapters[2].parent, 0U);
    EXPECT_EQ(chapters[3].parent, GOUJI_NONE);
    EXPECT_EQ(report.at(chapters[1].body), "\n甲。\n");
    EXPECT_EQ(chapters[0].body.end, chapters[3].heading.begin);
    const auto at = static_cast<std::uint32_t>(report.document().view().find("乙"));
    EXPECT_EQ(report.model().chapter_at(at), 2U);
    EXPECT_EQ(report.model().chapter_at(0), 0U);
}

TEST(Chapters, run_into_prose) {
    const Report report(
        "一、总体情况\n（一）加强领导，完善机制。一是明确分工，落实责任。（二）围绕中心。公开各类信"
        "息。（四）不相连的序号。\n"
        "六、其他需要报告的事项：无。\n");
    const auto& chapters = report.model().chapters;
    ASSERT_EQ(chapters.size(), 4U);
    EXPECT_EQ(report.at(chapters[1].title), "加强领导，完善机制");
    EXPECT_EQ(chapters[1].run_in, 1U);
    EXPECT_EQ(report.at(chapters[2].heading), "（二）围绕中心");
    EXPECT_GT(chapters[2].heading.begin, report.document().nodes()[chapters[2].node].span.begin);
    EXPECT_EQ(view(chapters[3].kind), "other");
    EXPECT_EQ(report.at(chapters[3].title), "其他需要报告的事项");
    EXPECT_EQ(report.at(chapters[3].body), "：无。\n");
}

TEST(Chapters, end_where_the_signature_begins) {
    const Report report("六、其他需要报告的事项\n无。\n云岭县水利局\n2022年1月15日\n");
    const auto& chapters = report.model().chapters;
    ASSERT_EQ(chapters.size(), 1U);
    EXPECT_EQ(report.at(chapters[0].body), "\n无。\n");
}

TEST(Chapters, are_not_made_of_bracketed_remarks) {
    const Report report(
        "五、存在的主要问题及改进情况\n主要问题：（一）人手不足；（二）经费不足。第二十条第（一）项"
        "的信息。\n");
    EXPECT_EQ(report.model().chapters.size(), 1U);
}

}  // namespace
}  // namespace gouji::test
