#include <gouji/decimal.hpp>

#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Counted {
    std::string words;
    std::vector<std::string>
        quantities;  ///< “label:value unit”, then > ~ < for exactness, ( for depth, h for Han
};

std::ostream& operator<<(std::ostream& out, const Counted& counted) { return out << counted.words; }

class Quantities : public testing::TestWithParam<Counted> {};

std::vector<std::string> quantities_of(const Report& report) {
    constexpr const char* signs[] = {"", ">", "~", "<"};
    std::vector<std::string> out;
    for (const gouji_quantity& quantity : report.model().quantities) {
        out.push_back(report.at(quantity.label) + ":" + Decimal(quantity.value).text() +
                      std::string(view(quantity.unit)) + signs[quantity.exactness] +
                      std::string(quantity.depth, '(') + (quantity.han != 0 ? "h" : ""));
    }
    return out;
}

TEST_P(Quantities, are_read) {
    const Report report("一、总体情况\n" + GetParam().words + "\n");
    EXPECT_EQ(quantities_of(report), GetParam().quantities);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Quantities,
    testing::Values(
        Counted{"全年公开信息1000条，其中公告271条、通知5条。",
                {"全年公开信息:1000条", "其中公告:271条", "通知:5条"}},
        Counted{"发布１５９２篇与1,592篇、15，892篇。", {"发布:1592篇", "与:1592篇", ":892篇"}},
        Counted{"发布9 874条，其中动态4 306条。", {"发布:9874条", "其中动态:4306条"}},
        Counted{"点击3.1万余次，近31万人次，约30余篇，100多件，50件左右，20次以上。",
                {"点击:31000次>", ":310000人次<", ":30篇~", ":100件>", ":50件~", ":20次>"}},
        Counted{"最近3件，附近5家，节约3万元，预约2次。",
                {"最近:3件", "附近:5家", "节约:3万元", "预约:2次"}},
        Counted{"收费12.5万元，罚款3亿元，补助12万余元，经费300元。",
                {"收费:12.5万元", "罚款:3亿元", "补助:12万元>", "经费:300元"}},
        Counted{"公开率99.96%，上升2.5个百分点，增长３％。",
                {"公开率:99.96%", "上升:2.5个百分点", "增长:3%"}},
        Counted{"规章13件（新制定5件，修改4件（含废止1件））和文件2件。",
                {"规章:13件", "新制定:5件(", "修改:4件(", "含废止:1件((", "和文件:2件"}},
        Counted{"信件（含邮件）12件；（未闭合的括号里3条。",
                {"信件（含邮件）:12件", "未闭合的括号里:3条"}},
        Counted{"三个方面，两种形式，十二条建议，六部分，近百件，上百次，二百零三件。",
                {":3个h", ":2种h", ":12条h", ":6部分h", ":100件<h", ":100次~h", ":203件h"}},
        Counted{"公开率达到百分之九十五。", {"公开率达到:95%h"}},
        Counted{"2021年1月1日、第3期、第十二条、12345热线、2.0平台、711号、3月、5年、2021-2022年。",
                {}},
        Counted{"统一部署，一起推进，一部分人，进一步，唯一一个，千家万户，三审三校，一网通办，双随"
                "机。",
                {}},
        Counted{"“一件事”“三张清单”推进。", {}},
        Counted{"依据《2021年10件实事》和国办发〔2021〕12号。", {}},
        Counted{"电话0511-87265532，编号A12件，3个月，5部署，8通过，4条例，2处理。", {}},
        Counted{"收到9件，上年转结1件，其中网络5件。",
                {"收到:9件", "上年转结:1件", "其中网络:5件"}},
        Counted{"每次3—5件。", {"每次:5件~"}},
        Counted{"每个部门2个工作日内办结0件。", {"每个部门:2个工作日", "内办结:0件"}},
        Counted{"阅读量31.2万，转发15.1万人次。", {"阅读量:312000", "转发:151000人次"}}));

TEST(Quantities, know_their_place) {
    const Report report("一、总体情况\n第一句。全年公开近3.1 万件信息。\n");
    ASSERT_EQ(report.model().quantities.size(), 1U);
    const gouji_quantity& found = report.model().quantities[0];
    EXPECT_EQ(report.at(found.span), "近3.1 万件");
    EXPECT_EQ(report.at(found.number), "3.1");
    EXPECT_EQ(report.at(found.label), "全年公开");
    EXPECT_EQ(report.at(report.model().sentences[found.sentence].span), "全年公开近3.1 万件信息。");
    EXPECT_EQ(found.value.coefficient, 31);
    EXPECT_EQ(found.value.exponent, 3);
}

TEST(Quantities, do_not_come_from_titles) {
    const Report report("云岭县水利局2021年政府信息公开3项工作年度报告\n一、总体情况\n正文。\n");
    EXPECT_TRUE(report.model().quantities.empty());
}

}  // namespace
}  // namespace gouji::test
