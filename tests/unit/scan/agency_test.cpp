#include "gouji/scan/agency.hpp"

#include <string>

#include <gtest/gtest.h>

namespace gouji {
namespace {

struct Title {
    std::string words;
    std::string agency;
    int year;
};

class Titles : public testing::TestWithParam<Title> {};

TEST_P(Titles, name_agency_and_year) {
    EXPECT_EQ(agency_of_title(GetParam().words), GetParam().agency);
    EXPECT_EQ(year_of_title(GetParam().words).year, GetParam().year);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Titles,
    testing::Values(
        Title{"云岭县水利局2021年政府信息公开工作年度报告", "云岭县水利局", 2021},
        Title{"云岭县人民政府2021年政府信息公开工作年度报告", "云岭县人民政府", 2021},
        Title{"2021年云岭县人民政府政府信息公开工作年度报告", "云岭县人民政府", 2021},
        Title{"2021年云岭县人民政府信息公开工作年度报告", "云岭县人民政府", 2021},
        Title{"2021年度云岭县水利局政务公开工作报告", "云岭县水利局", 2021},
        Title{"柳河镇2021年度政府信息公开工作年度报告", "柳河镇", 2021},
        Title{"云岭县水利局关于2021年工作的总结", "云岭县水利局", 2021},
        Title{"云岭县水利局政府信息公开工作年度报告", "云岭县水利局", 0},
        Title{"云岭县水利局政府信息公开工作年度报告（2021年）", "云岭县水利局", 2021},
        Title{"云岭县人民政府（本级机关）2021年政府信息公开工作年度报告", "云岭县人民政府", 2021},
        Title{"附件2：云岭县水利局二〇二一年政府信息公开工作年度报告", "云岭县水利局", 2021},
        Title{"2021年度政府信息公开工作年度报告", "", 2021}));

struct Name {
    std::string words;
    std::string kind;
    std::string division;
    std::string unit;
};

class Names : public testing::TestWithParam<Name> {};

TEST_P(Names, come_apart) {
    const Agency agency = take_apart(GetParam().words);
    EXPECT_EQ(agency.kind, GetParam().kind);
    EXPECT_EQ(agency.division, GetParam().division);
    EXPECT_EQ(agency.unit, GetParam().unit);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Names,
    testing::Values(Name{"云岭县人民政府", "government", "云岭县", "人民政府"},
                    Name{"云岭县", "government", "云岭县", ""},
                    Name{"云岭县柳河镇人民政府", "town", "云岭县柳河镇", "人民政府"},
                    Name{"柳河镇", "town", "柳河镇", ""},
                    Name{"清河区红旗街道办事处", "street", "清河区红旗街道", "办事处"},
                    Name{"清河区龙泉街道", "street", "清河区龙泉街道", ""},
                    Name{"云岭县水利局", "department", "云岭县", "水利局"},
                    Name{"临泽市市场监督管理局", "department", "临泽市", "市场监督管理局"},
                    Name{"云岭县市场监督管理局", "department", "云岭县", "市场监督管理局"},
                    Name{"云岭县住房和城乡建设局", "department", "云岭县", "住房和城乡建设局"},
                    Name{"云岭县乡村振兴局", "department", "云岭县", "乡村振兴局"},
                    Name{"云岭县城市管理局", "department", "云岭县", "城市管理局"},
                    Name{"云岭县乡镇企业局", "department", "云岭县", "乡镇企业局"},
                    Name{"南州市柳新区卫生健康委员会", "department", "南州市柳新区",
                         "卫生健康委员会"},
                    Name{"云岭县人民政府办公室", "office", "云岭县", "人民政府办公室"},
                    Name{"临泽市政府办公室", "office", "临泽市", "政府办公室"},
                    Name{"云岭县机关服务中心", "centre", "云岭县", "机关服务中心"},
                    Name{"国家税务总局云岭县税务局", "department", "云岭县", "税务局"},
                    Name{"云岭县第一中学学校", "other", "云岭县", "第一中学学校"},
                    Name{"水利局", "department", "", "水利局"}));

}  // namespace
}  // namespace gouji
