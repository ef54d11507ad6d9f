#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"

#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Case {
    std::string name;
    std::string text;
    std::uint32_t report;
    std::int32_t year;
    std::string edition;
    std::string source;  ///< of the first evidence on the year
    AnalysisOptions options = {};
};

std::ostream& operator<<(std::ostream& out, const Case& item) { return out << item.name; }

const Lexicon& lexicon() {
    static const Lexicon made(editions());
    return made;
}

class Diagnostic : public testing::TestWithParam<Case> {};

TEST_P(Diagnostic, is_settled) {
    const Case& want = GetParam();
    const auto text = Text::decode(want.text);
    ASSERT_TRUE(text);
    const Document document =
        parse_report(*text, span_of(0, text->view().size()), "report.txt", lexicon());
    const SemanticModel model = analyze(document, lexicon(), want.options);
    EXPECT_EQ(model.summary.report, want.report);
    EXPECT_EQ(model.summary.year, want.year);
    EXPECT_EQ(view(model.summary.edition), want.edition);
    std::string source;
    for (const gouji_evidence& evidence : model.evidence) {
        if (source.empty() && view(evidence.topic) == "year") source = view(evidence.source);
    }
    EXPECT_EQ(source, want.source);
    EXPECT_EQ(model.expected.size(), want.edition == "legacy" ? 0U : 6U);
}

const std::string body = "一、总体情况\n正文。\n六、其他需要报告的事项\n无。\n";

INSTANTIATE_TEST_SUITE_P(
    Analyze, Diagnostic,
    testing::Values(
        Case{"by the title", "云岭县水利局2022年政府信息公开工作年度报告\n" + body,
             GOUJI_REPORT_ANNUAL, 2022, "2021", "title"},
        Case{"an older edition", "云岭县水利局2020年政府信息公开工作年度报告\n" + body,
             GOUJI_REPORT_ANNUAL, 2020, "2019", "title"},
        Case{
            "by the period",
            "云岭县水利局政府信息公开工作年度报告\n统计期限自2020年1月1日起至12月31日止。\n" + body,
            GOUJI_REPORT_ANNUAL, 2020, "2019", "period"},
        Case{"by the first words",
             "云岭县水利局政府信息公开工作年度报告\n2020年，我局认真落实要求。\n" + body,
             GOUJI_REPORT_ANNUAL, 2020, "2019", "preface"},
        Case{"said outright",
             "云岭县水利局2020年政府信息公开工作年度报告\n" + body,
             GOUJI_REPORT_ANNUAL,
             2023,
             "2021",
             "option",
             {"", 2023, false}},
        Case{"edition said outright",
             "云岭县水利局2022年政府信息公开工作年度报告\n" + body,
             GOUJI_REPORT_ANNUAL,
             2022,
             "2019",
             "title",
             {"2019", 0, false}},
        Case{"before 2019", "云岭县水利局2016年政府信息公开工作年度报告\n一、概述\n正文。\n",
             GOUJI_REPORT_LEGACY, 2016, "legacy", "title"},
        Case{"no report", "会议通知\n请各位2022年5月3日九点到会议室，带上材料。\n",
             GOUJI_REPORT_NONE, 0, "2021", ""},
        Case{"no report, but taken for one",
             "会议通知\n请各位九点到会议室。\n",
             GOUJI_REPORT_ANNUAL,
             0,
             "2021",
             "",
             {"", 0, true}},
        Case{"empty", "\n", GOUJI_REPORT_NONE, 0, "2021", ""},
        Case{"chapters without a title", body, GOUJI_REPORT_ANNUAL, 0, "2021", ""}));

TEST(Diagnostic, finds_the_signature) {
    const auto text =
        Text::decode("云岭县水利局2021年政府信息公开工作年度报告\n" + body +
                     "　　　　　　　　云岭县水利局\n　　　　　　　　2022 年1月15日\n");
    ASSERT_TRUE(text);
    const Document document =
        parse_report(*text, span_of(0, text->view().size()), "report.txt", lexicon());
    const SemanticModel model = analyze(document, lexicon(), {});
    EXPECT_EQ(view(model.summary.signed_agency), "云岭县水利局");
    ASSERT_NE(model.summary.signed_date, GOUJI_NONE);
    EXPECT_EQ(model.dates[model.summary.signed_date].year, 2022);
    EXPECT_EQ(view(model.summary.agency_kind), "department");
    EXPECT_EQ(model.expected[0].found, 0U);
    EXPECT_EQ(model.expected[1].found, GOUJI_NONE);
}

}  // namespace
}  // namespace gouji::test
