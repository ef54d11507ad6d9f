#include "report_of.hpp"

namespace gouji::test {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kind_names[] = {"其他", "文档", "标题行", "段落", "表",
                                      "行",   "格",   "题名",   "残留", "落款"};

/// Every block as “kind|words”.
Lines kinds_of(const Report& report) {
    Lines out;
    for (const Node& node : report.document().nodes()) {
        if (node.kind == GOUJI_KIND_DOCUMENT) continue;
        out.push_back(std::string(kind_names[node.kind]) + "|" + report.at(node.span));
    }
    return out;
}

struct Page {
    std::string name;
    std::string text;
    Lines kinds;
};

std::ostream& operator<<(std::ostream& out, const Page& page) { return out << page.name; }

class Outline : public testing::TestWithParam<Page> {};

TEST_P(Outline, says_what_each_line_is) {
    EXPECT_EQ(kinds_of(Report(GetParam().text)), GetParam().kinds);
}

INSTANTIATE_TEST_SUITE_P(
    Read, Outline,
    testing::Values(
        Page{"attachment label, folded title, bookmark",
             "附件2\n柳河镇人民政府2021年政府\n信息公开工作年度报告\n[bookmark: "
             "_GoBack]\n一、总体情况\n[bookmark: _GoBack]我镇公开信息。\n",
             {"残留|附件2", "题名|柳河镇人民政府2021年政府", "题名|信息公开工作年度报告",
              "残留|[bookmark: _GoBack]", "标题行|一、总体情况",
              "段落|[bookmark: _GoBack]我镇公开信息。"}},
        Page{"a preface with a > of its own is prose",
             "柳河镇2023年政府信息公开工作年度报告\n根据县里印发<公开工作要点>"
             "的要求，我镇公开了信息。\n"
             "一、总体情况\n正文。\n",
             {"题名|柳河镇2023年政府信息公开工作年度报告",
              "段落|根据县里印发<公开工作要点>的要求，我镇公开了信息。", "标题行|一、总体情况",
              "段落|正文。"}},
        Page{"what a chapter says without a full stop",
             "柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n正文。\n六、其他需要报告的事项\n"
             "无其他需要报告的事项\n",
             {"题名|柳河镇2023年政府信息公开工作年度报告", "标题行|一、总体情况", "段落|正文。",
              "标题行|六、其他需要报告的事项", "段落|无其他需要报告的事项"}},
        Page{"title over four lines, year in front",
             "2022年度\n云岭县水利局\n政府信息公开\n工作年度报告\n\n一、总体情况\n",
             {"题名|2022年度", "题名|云岭县水利局", "题名|政府信息公开", "题名|工作年度报告",
              "标题行|一、总体情况"}},
        Page{"a web page around the report",
             "首页 > 政务公开 > 政府信息公开年报\n索引号：11341702486344515H/202201-00013\n"
             "云岭县水利局2021年政府信息公开工作年度报告\n发布时间：2022-01-20 "
             "10:32　来源：县水利局　浏览次数：132　字体：【大 中 小】\n"
             "打印 "
             "分享到：\n云岭县水利局2021年\n政府信息公开工作年度报告\n根据要求编制。\n一、总体情况"
             "\n正文。\n六、其他需要报告的事项\n无。\n"
             "【打印】 "
             "【关闭】\n上一篇：云岭县水利局2020年政府信息公开工作年度报告\n版权所有：云岭县人民政"
             "府 网站标识码：3211000012\n",
             {"残留|首页 > 政务公开 > 政府信息公开年报",
              "残留|索引号：11341702486344515H/202201-00013",
              "题名|云岭县水利局2021年政府信息公开工作年度报告",
              "残留|发布时间：2022-01-20 10:32　来源：县水利局　浏览次数：132　字体：【大 中 小】",
              "残留|打印 分享到：", "题名|云岭县水利局2021年", "题名|政府信息公开工作年度报告",
              "段落|根据要求编制。", "标题行|一、总体情况", "段落|正文。",
              "标题行|六、其他需要报告的事项", "段落|无。", "残留|【打印】 【关闭】",
              "残留|上一篇：云岭县水利局2020年政府信息公开工作年度报告",
              "残留|版权所有：云岭县人民政府 网站标识码：3211000012"}},
        Page{"an odd title is a title still",
             "云岭县水利局关于2021年工作的总结\n一、总体情况\n正文。\n",
             {"题名|云岭县水利局关于2021年工作的总结", "标题行|一、总体情况", "段落|正文。"}},
        Page{"a text that is no report has no title",
             "明天的会议\n请各位九点到会议室。\n谢谢\n",
             {"段落|明天的会议", "段落|请各位九点到会议室。", "段落|谢谢"}},
        Page{"an enumeration in the preface is no heading",
             "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等部分组成。\n一、总体情况"
             "\n正文。\n",
             {"段落|本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等部分组成。",
              "标题行|一、总体情况", "段落|正文。"}},
        Page{"headings and what only looks like them",
             "一、总体情况\n（一）主动公开。\n全年公开。\n（二）依申请公开\n（三）2021年，我局公开"
             "信息3条，均已办结。\n"
             "1.加强领导\n2."
             "完善制度，补充目录；\n六、其他需要报告的事项：无。\n（一）本机关不收取任何费用。\n（"
             "二）无其他事项。\n",
             {"标题行|一、总体情况", "标题行|（一）主动公开。", "段落|全年公开。",
              "标题行|（二）依申请公开", "段落|（三）2021年，我局公开信息3条，均已办结。",
              "标题行|1.加强领导", "段落|2.完善制度，补充目录；",
              "段落|六、其他需要报告的事项：无。", "段落|（一）本机关不收取任何费用。",
              "段落|（二）无其他事项。"}},
        Page{"signature on two lines, above a page's footer",
             "一、总体情况\n正文。\n　　　　　　云岭县水利局\n　　　　　　2022年1月15日\n【打印】【"
             "关闭】\n",
             {"标题行|一、总体情况", "段落|正文。", "落款|云岭县水利局", "落款|2022年1月15日",
              "残留|【打印】【关闭】"}},
        Page{"signature on one line, in Chinese numerals",
             "一、总体情况\n正文。\n柳河镇人民政府 二〇二二年一月十五日\n",
             {"标题行|一、总体情况", "段落|正文。", "落款|柳河镇人民政府 二〇二二年一月十五日"}},
        Page{"the date a page gives below the title is no signature",
             "云岭县水利局2021年政府信息公开工作年度报告\n2022-01-20\n一、总体情况\n正文。\n",
             {"题名|云岭县水利局2021年政府信息公开工作年度报告", "残留|2022-01-20",
              "标题行|一、总体情况", "段落|正文。"}},
        Page{"a table of contents",
             "云岭县水利局2021年政府信息公开工作年度报告\n目 "
             "录\n一、总体情况\n二、主动公开政府信息情况\n一、总体情况\n正文。\n二、主动公开政府信"
             "息情况\n",
             {"题名|云岭县水利局2021年政府信息公开工作年度报告", "残留|目 录", "残留|一、总体情况",
              "残留|二、主动公开政府信息情况", "标题行|一、总体情况", "段落|正文。",
              "标题行|二、主动公开政府信息情况"}},
        Page{"page numbers and Markdown marks",
             "# 云岭县水利局2021年政府信息公开工作年度报告\n## 一、总体情况\n正文。\n- 3 -\n第 2 "
             "页 共 5 页\n### （一）主动公开\n",
             {"题名|云岭县水利局2021年政府信息公开工作年度报告", "标题行|一、总体情况",
              "段落|正文。", "残留|- 3 -", "残留|第 2 页 共 5 页", "标题行|（一）主动公开"}}));

TEST(Outline, joins_prose_wrapped_at_a_fixed_width) {
    const Report report(
        "一、总体情况\n"
        "　　全年坚持公开为常态不公开为例外，通过门户网站和公示栏发布\n"
        "各类信息，内容涉及规划计划、财政预决算和重点领域，群众反映\n"
        "良好，没有投诉。\n"
        "　　下一步继续做好政策解读工作，组织业务培训并及时更新栏目20\n"
        "23条，提高公开的质量。\n");
    const Lines paragraphs = report.all(GOUJI_KIND_PARAGRAPH);
    ASSERT_EQ(paragraphs.size(), 2U);
    EXPECT_NE(report.model().prose.find(
                  "发布各类信息，内容涉及规划计划、财政预决算和重点领域，群众反映良好"),
              std::string::npos);
    EXPECT_NE(report.model().prose.find("栏目2023条"), std::string::npos);
}

TEST(Outline, keeps_paragraphs_that_only_lack_their_stop) {
    const Report report(
        "一、总体情况\n全年坚持公开为常态不公开为例外，通过门户网站和公示栏发布各类信息，内容涉及规"
        "划计划、财政预决算、重点领域\n"
        "积极运用政务新媒体\n下一步继续做好政策解读工作。\n");
    EXPECT_EQ(report.all(GOUJI_KIND_PARAGRAPH).size(), 3U);
}

TEST(Outline, joins_prose_of_a_narrow_column) {
    const Report report(
        "云岭县水利局经济技术开发区管委会20\n24年政府信息公开工作年度报告\n"
        "一、总体情况\n"
        "　　全年各类招标采购公告与结果公告\n同步上网，项目批准、征收土地信息全\n链条公开。\n"
        "　　制定年度工作要点，把三十三项任\n务分解到岗到人，按季调度、年底评估\n并通报。\n"
        "　　严把政治关、文字关、保密关，实\n行起草人自校、科室负责人复校、分管\n领导终校。\n"
        "四、政府信息公开行政复议和行政诉讼\n情况\n　　无。\n");
    EXPECT_EQ(report.all(GOUJI_KIND_PARAGRAPH).size(), 4U);
    EXPECT_EQ(report.all(GOUJI_KIND_HEADING),
              (Lines{"一、总体情况", "四、政府信息公开行政复议和行政诉讼\n情况"}));
    EXPECT_EQ(report.all(GOUJI_KIND_TITLE).size(), 2U);
    EXPECT_NE(report.model().prose.find("管委会2024年政府信息公开"), std::string::npos);
}

TEST(Outline, keeps_short_lines_of_a_list) {
    const Report report(
        "一、总体情况\n\n政务公开的主要渠道\n政府门户网站专栏\n微信公众号和微博\n便民服务大厅\n");
    EXPECT_EQ(report.all(GOUJI_KIND_PARAGRAPH).size(), 4U);
}

TEST(Outline, a_chapters_title_in_the_cell_above_its_table_is_a_caption) {
    const Report captioned(
        "一、总体情况\n无。\n二、主动公开政府信息情况\n\t二、主动公开政府信息情况\n无。\n");
    EXPECT_EQ(captioned.all(GOUJI_KIND_HEADING).size(), 2U);
    const Report twice(
        "一、总体情况\n无。\n二、主动公开政府信息情况\n二、主动公开政府信息情况\n无。\n");
    EXPECT_EQ(twice.all(GOUJI_KIND_HEADING).size(), 3U);
}

}  // namespace
}  // namespace gouji::test
