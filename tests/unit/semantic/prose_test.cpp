#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Folding {
    std::string printed;
    std::string folded;
};

class Folded : public testing::TestWithParam<Folding> {};

TEST_P(Folded, drops_blanks_and_halves_digits) {
    const Report report("一、总体情况\n" + GetParam().printed + "\n");
    const SemanticModel& model = report.model();
    ASSERT_EQ(model.paragraphs.size(), 2U);
    const Span paragraph = model.paragraphs[1];
    EXPECT_EQ(model.prose.substr(paragraph.begin, size(paragraph)), GetParam().folded);
    // The whole way back: the paragraph as it was printed.
    EXPECT_EQ(report.at(model.source(paragraph)), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Prose, Folded,
    testing::Values(Folding{"我局收到申请3件。", "我局收到申请3件。"},
                    Folding{"２０２１ 年，我 局　收到\xC2\xA0申请 ３ 件。",
                            "2021年，我局收到申请3件。"},
                    Folding{"网址 http://a.gov.cn 与 QQ 群", "网址http://a.gov.cn与QQ群"},
                    Folding{"Error! Reference source 不见了。", "Error! Reference source不见了。"},
                    Folding{"编号 12 34 分列。", "编号12 34分列。"},
                    Folding{"零\xE2\x80\x8B宽。", "零宽。"}));

TEST(Prose, maps_every_stretch_back_without_neighbouring_blanks) {
    const Report report("一、总体情况\n全 年　公开１２３ 条，　其中２条。\n");
    const SemanticModel& model = report.model();
    const std::size_t at = model.prose.find("公开123条");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(report.at(model.source(span_of(at, at + std::string("公开123条").size()))),
              "公开１２３ 条");
    EXPECT_EQ(report.at(model.source(span_of(at + 6, at + 9))), "１２３");
    EXPECT_EQ(report.at(model.source(span_of(at + 7, at + 8))), "２");
    const Span none = model.source(span_of(at, at));
    EXPECT_EQ(none.begin, none.end);
}

TEST(Prose, offsets_beyond_the_end_are_harmless) {
    const Report report("一、总体情况\n正文。\n");
    const Span beyond = report.model().source({1000000, 2000000});
    EXPECT_LE(beyond.end, report.document().view().size());
    EXPECT_EQ(beyond.begin, beyond.end);
}

TEST(Prose, lines_of_a_title_are_one_paragraph_and_residue_is_none) {
    const Report report(
        "云岭县水利局2021年政府\n信息公开工作年度报告\n发布时间：2022-01-20 "
        "来源：县水利局\n一、总体情况\n正文。\n");
    EXPECT_EQ(report.model().prose,
              "云岭县水利局2021年政府信息公开工作年度报告\n一、总体情况\n正文。\n");
}

TEST(Prose, a_title_that_a_page_prints_twice_is_two_paragraphs) {
    const Report report(
        "云岭县水利局2021年政府信息公开工作年度报告\n云岭县水利局2021年\n政府信息公开工作年度报告\n"
        "一、总体情况\n");
    ASSERT_EQ(report.model().paragraphs.size(), 3U);
    EXPECT_EQ(report.all(GOUJI_KIND_TITLE).size(), 3U);
}

TEST(Prose, of_nothing_is_nothing) {
    const Report report("");
    EXPECT_TRUE(report.model().prose.empty());
    EXPECT_TRUE(report.model().sentences.empty());
    EXPECT_EQ(report.model().chapter_at(0), GOUJI_NONE);
}

struct Splitting {
    std::string printed;
    std::vector<std::string> sentences;
};

class Sentences : public testing::TestWithParam<Splitting> {};

TEST_P(Sentences, split) {
    const Report report("一、总体情况\n" + GetParam().printed + "\n");
    std::vector<std::string> found;
    for (const gouji_sentence& sentence : report.model().sentences) {
        if (report.document().nodes()[sentence.node].kind != GOUJI_KIND_PARAGRAPH) continue;
        found.push_back(report.at(sentence.span));
        EXPECT_EQ(sentence.chapter, 0U);
    }
    EXPECT_EQ(found, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    Prose, Sentences,
    testing::Values(
        Splitting{"甲事已办。乙事未办；丙事不办。", {"甲事已办。", "乙事未办；丙事不办。"}},
        Splitting{"他说“已经办了。”我们记下。", {"他说“已经办了。”", "我们记下。"}},
        Splitting{"收到9件（含上年结转1件。）全部办结。",
                  {"收到9件（含上年结转1件。）", "全部办结。"}},
        Splitting{"重复的句号。。第二句！！第三句", {"重复的句号。。", "第二句！！", "第三句"}},
        Splitting{"增长99.96%，版本2.0。", {"增长99.96%，版本2.0。"}}));

}  // namespace
}  // namespace gouji::test
