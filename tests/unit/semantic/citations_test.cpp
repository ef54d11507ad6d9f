#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Number {
    std::string words;
    std::string issuer;
    std::string brackets;
    std::int32_t year;
    std::uint32_t number;
};

std::ostream& operator<<(std::ostream& out, const Number& number) { return out << number.words; }

class DocumentNumbers : public testing::TestWithParam<Number> {};

TEST_P(DocumentNumbers, are_read) {
    const Report report("一、总体情况\n按照" + GetParam().words + "文件要求编制。\n");
    ASSERT_EQ(report.model().citations.size(), 1U);
    const gouji_citation& found = report.model().citations[0];
    EXPECT_EQ(found.kind, static_cast<std::uint32_t>(GOUJI_CITATION_NUMBER));
    EXPECT_EQ(report.at(found.span), GetParam().words);
    EXPECT_EQ(report.at(found.name), GetParam().issuer);
    EXPECT_EQ(report.at(found.brackets), GetParam().brackets);
    EXPECT_EQ(found.year, GetParam().year);
    EXPECT_EQ(found.number, GetParam().number);
    EXPECT_TRUE(report.model().quantities.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, DocumentNumbers,
    testing::Values(Number{"国办公开办函〔2021〕30号", "国办公开办函", "〔2021〕", 2021, 30},
                    Number{"国办公开办函[2019]60号", "国办公开办函", "[2019]", 2019, 60},
                    Number{"国办函（2020）109号", "国办函", "（2020）", 2020, 109},
                    Number{"云政办发【2021】7号", "云政办发", "【2021】", 2021, 7},
                    Number{"国办发〔2021]12号", "国办发", "〔2021]", 2021, 12},
                    Number{"国办发 〔2021〕 12 号", "国办发", "〔2021〕", 2021, 12},
                    Number{"国办公开办函202130号", "国办公开办函", "", 2021, 30},
                    Number{"国办发2021〕12号", "国办发", "2021〕", 2021, 12},
                    Number{"国办发〔202112号", "国办发", "〔2021", 2021, 12},
                    Number{"国办发〔2021〕", "国办发", "〔2021〕", 2021, 0},
                    Number{"国令第711号", "国令", "", 0, 711},
                    Number{"国务院令711号", "国务院令", "", 0, 711}));

TEST(DocumentNumbers, are_not_seen_in_other_figures) {
    const Report report(
        "一、总体情况\n门牌12号，（2021）年，联系电话0511-87265532，第711条，2021年12号线，文件[3]"
        "。\n");
    EXPECT_TRUE(report.model().citations.empty());
}

TEST(Citations, nest) {
    const Report report(
        "一、总体情况\n依据《关于印发〈年度报告格式〉的通知》《关于印发<工作要点>"
        "的通知》和《条例》。\n");
    const auto& found = report.model().citations;
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(report.at(found[0].name), "关于印发〈年度报告格式〉的通知");
    EXPECT_EQ(found[0].depth, 1U);
    EXPECT_EQ(report.at(found[1].span), "〈年度报告格式〉");
    EXPECT_EQ(found[1].depth, 2U);
    EXPECT_EQ(report.at(found[3].name), "工作要点");
    EXPECT_EQ(found[4].depth, 1U);
}

TEST(Citations, a_mark_left_open_encloses_nothing) {
    const Report report(
        "一、总体情况\n依据《处理费管理办法，按照《条例》要求。\n下一段《通知》。\n");
    const auto& found = report.model().citations;
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(report.at(found[0].name), "条例");
    EXPECT_EQ(found[0].depth, 1U);
    EXPECT_EQ(found[1].depth, 1U);
}

struct Definition {
    std::string words;
    std::string span;
    std::string full;
    std::string shortened;
};

std::ostream& operator<<(std::ostream& out, const Definition& definition) {
    return out << definition.words;
}

class Abbreviations : public testing::TestWithParam<Definition> {};

TEST_P(Abbreviations, are_read) {
    const Report report("一、总体情况\n根据" + GetParam().words + "的规定编制。\n");
    ASSERT_EQ(report.model().abbreviations.size(), 1U);
    const gouji_abbreviation& found = report.model().abbreviations[0];
    EXPECT_EQ(report.at(found.span), GetParam().span);
    EXPECT_EQ(report.at(found.full), GetParam().full);
    EXPECT_EQ(report.at(found.shortened), GetParam().shortened);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Abbreviations,
    testing::Values(Definition{"《信息公开条例》（以下简称《条例》）", "（以下简称《条例》）",
                               "《信息公开条例》", "《条例》"},
                    Definition{"《信息公开条例》(以下简称“条例”)", "(以下简称“条例”)",
                               "《信息公开条例》", "“条例”"},
                    Definition{"《信息公开条例》（以下简称“《条例》”）", "（以下简称“《条例》”）",
                               "《信息公开条例》", "“《条例》”"},
                    Definition{"《信息公开条例》（以下简称条例）", "（以下简称条例）",
                               "《信息公开条例》", "条例"},
                    Definition{"《印发〈办法〉的通知》（国办函〔2020〕109号，以下简称《通知》）",
                               "（国办函〔2020〕109号，以下简称《通知》）",
                               "《印发〈办法〉的通知》", "《通知》"},
                    Definition{"《办法》（国办函〔2020〕109号）（以下简称《办法》）",
                               "（以下简称《办法》）", "《办法》", "《办法》"},
                    Definition{"云岭县水利局（以下简称我局）", "（以下简称我局）", "", "我局"},
                    Definition{"《信息公开条例》（以下简称《条例》", "（以下简称《条例》",
                               "《信息公开条例》", "《条例》"}));

}  // namespace
}  // namespace gouji::test
