#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"

#include "report_of.hpp"

namespace gouji::test {
namespace {

std::uint32_t kind_of(std::string words) {
    static const Lexicon lexicon{editions()};
    const Text text = *Text::decode(std::move(words));
    const Document document =
        parse_report(text, span_of(0, text.view().size()), "report.txt", lexicon);
    return analyze(document, lexicon, {}).summary.report;
}

constexpr const char* preface =
    "根据《中华人民共和国政府信息公开条例》规定，云岭县柳河镇编制本年度政府信息公开年报，现予公布。"
    "\n";

TEST(Recognition, takes_a_report_by_its_title_its_preface_or_its_chapters) {
    for (const std::string& words : {
             std::string("云岭县柳河镇2023年政府信息公开工作年度报告\n我镇公开信息三十条。\n"),
             std::string("云岭县柳河镇2023年政府信息公开年报\n我镇公开信息三十条。\n"),
             std::string("云岭县柳河镇2023年政府信息公开工作报告\n一、总体情况\n我镇公开信息。\n"),
             preface + std::string("一、总体情况\n我镇公开信息三十条。\n"),
             preface + std::string("（一）主动公开\n我镇公开信息三十条。\n"),
             std::string("一、总体情况\n正文。\n二、主动公开政府信息情况\n正文。\n"),
             std::string("一、总体情况\n正文。\n五、存在的主要问题及改进情况\n正文。\n"
                         "六、其他需要报告的事项\n正文。\n"),
         })
        EXPECT_EQ(kind_of(words), std::uint32_t{GOUJI_REPORT_ANNUAL}) << words;
}

TEST(Recognition, declines_other_documents_of_the_same_offices) {
    for (const char* words : {
             "云岭县人民政府关于加快水利发展的意见\n各镇人民政府：\n一、总体要求\n坚持节水优先。\n"
             "二、重点任务\n（一）修渠。\n",
             "云岭县数字乡村建设实施方案\n一、总体情况\n全县现有行政村八十个。\n二、主要任务\n建网"
             "。\n",
             "关于2023年政务公开自查整改情况的报告\n按照要求，我县开展了自查。\n一、工作开展情况\n"
             "公开信息三十条。\n二、存在问题及整改情况\n更新不及时。\n三、下一步工作打算\n改进。\n",
             "柳河镇2023年政务公开工作总结\n一、工作开展情况\n公开信息三十条。\n二、存在的问题\n人"
             "手少。\n",
             "关于做好2023年政府信息公开工作年度报告编制工作的通知\n各单位：现将编制政府信息公开工"
             "作年度报告"
             "有关事项通知如下。\n一、总体要求\n按时报送。\n",
             "关于柳河镇地质险情的复函\n一、基本情况\n山体有裂缝。\n二、成因分析\n连日降雨。\n",
         })
        EXPECT_EQ(kind_of(words), std::uint32_t{GOUJI_REPORT_NONE}) << words;
}

TEST(Chapters, with_a_digit_head_a_chapter_that_no_other_line_heads) {
    const Report report(
        "柳河镇2023年政府信息公开工作年度报告\n1、总体情况\n正文。\n二、主动公开政府信息情况\n"
        "正文。\n");
    ASSERT_EQ(report.model().chapters.size(), 2U);
    const gouji_chapter& first = report.model().chapters[0];
    EXPECT_EQ(view(first.kind), "overview");
    EXPECT_EQ(first.level, 1U);
    EXPECT_EQ(first.ordinal_style, std::uint32_t{GOUJI_ORDINAL_DIGIT});
    EXPECT_EQ(report.at(first.heading), "1、总体情况");
}

TEST(Chapters, keep_a_digit_point_of_the_same_name_below_them) {
    const Report report(
        "柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n1、总体情况\n正文。\n");
    ASSERT_EQ(report.model().chapters.size(), 2U);
    EXPECT_EQ(report.model().chapters[1].level, 3U);
}

TEST(Chapters, that_are_strays_or_repeat_an_ordinal_are_chapters_too) {
    const Report report(
        "柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n正文。\n二、主动公开政府信息情况\n正文"
        "。\n"
        "三、收到和处理政府信息公开申请情况\n正文。\n三、工作亮点\n正文。\n"
        "五、存在的主要问题及改进情况\n正文。\n七、下一步打算\n正文。\n");
    std::vector<std::string> headings;
    for (const gouji_chapter& chapter : report.model().chapters) {
        EXPECT_EQ(chapter.level, 1U);
        headings.push_back(report.at(chapter.heading));
    }
    EXPECT_EQ(headings.size(), 6U);
    EXPECT_EQ(headings[3], "三、工作亮点");
    EXPECT_TRUE(view(report.model().chapters[3].kind).empty());
    EXPECT_EQ(headings[5], "七、下一步打算");
}

}  // namespace
}  // namespace gouji::test
