#include "report_of.hpp"

namespace gouji::test {
namespace {

struct Printed {
    std::string words;
    std::vector<std::string>
        dates;  ///< as “year-month-day”, ~ where the year is implied, ! where it does not exist
};

std::ostream& operator<<(std::ostream& out, const Printed& printed) { return out << printed.words; }

class Dates : public testing::TestWithParam<Printed> {};

TEST_P(Dates, are_read) {
    const Report report("一、总体情况\n" + GetParam().words + "\n");
    std::vector<std::string> found;
    for (const gouji_date& date : report.model().dates) {
        found.push_back((date.year_implied != 0 ? "~" : "") + std::to_string(date.year) + "-" +
                        std::to_string(date.month) + "-" + std::to_string(date.day) +
                        (date.exists == 0 ? "!" : "") + (date.quoted != 0 ? "q" : ""));
    }
    EXPECT_EQ(found, GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Dates,
    testing::Values(
        Printed{"2021年1月30日", {"2021-1-30"}},
        Printed{"２０２１ 年 １ 月 ３０ 日", {"2021-1-30"}},
        Printed{"2021-01-30、2021.1.30和2021/1/30", {"2021-1-30", "2021-1-30", "2021-1-30"}},
        Printed{"二〇二一年十二月三十一日，二○二二年", {"2021-12-31", "2022-0-0"}},
        Printed{"2021年度决算、2022年预算", {"2021-0-0", "2022-0-0"}},
        Printed{"2021年5月", {"2021-5-0"}},
        Printed{"2021年1月1日至12月31日", {"2021-1-1", "~2021-12-31"}},
        Printed{"2021.1.1-12.31", {"2021-1-1", "~2021-12-31"}},
        Printed{"2月30日、13月1日、2021年2月29日、2020年2月29日",
                {"~0-2-30!", "~0-13-1!", "2021-2-29!", "2020-2-29"}},
        Printed{"《2021年工作方案》“2020年度先进”2022年", {"2021-0-0q", "2020-0-0q", "2022-0-0"}},
        Printed{"12345热线，3个月，第1月，20231月1日，版本2.0.1，12.31万条", {}},
        Printed{"国办发〔2021〕12号、国令第711号", {}}, Printed{"一是二是，十四五，五年", {}}));

struct Stretch {
    std::string words;
    std::string period;  ///< as printed; "" for none
};

std::ostream& operator<<(std::ostream& out, const Stretch& stretch) { return out << stretch.words; }

class Periods : public testing::TestWithParam<Stretch> {};

TEST_P(Periods, are_told_from_other_stretches) {
    const Report report("云岭县水利局2021年政府信息公开工作年度报告\n" + GetParam().words +
                        "\n一、总体情况\n正文。\n");
    const auto& periods = report.model().periods;
    if (GetParam().period.empty()) {
        EXPECT_TRUE(periods.empty());
    } else {
        ASSERT_EQ(periods.size(), 1U);
        EXPECT_EQ(report.at(periods[0].span), GetParam().period);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Analyze, Periods,
    testing::Values(
        Stretch{"所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
                "2021年1月1日起至2021年12月31日"},
        Stretch{"统计时段为2021年1月1日至12月31日。", "2021年1月1日至12月31日"},
        Stretch{"数据统计期：2021年1月1日-2021年12月31日", "2021年1月1日-2021年12月31日"},
        Stretch{"本报告统计区间为2021年1月1日——2021年12月31日。", "2021年1月1日——2021年12月31日"},
        Stretch{"统计期限从2021.1.1～2021.12.31。", "2021.1.1～2021.12.31"},
        Stretch{"统计数据自2021年1月1日开始，截止到2021年12月31日。",
                "2021年1月1日开始，截止到2021年12月31日"},
        Stretch{"现公布2021年1月1日到12月31日的工作情况。", "2021年1月1日到12月31日"},
        Stretch{"截至2021年12月31日，共收到申请4件。", ""},
        Stretch{"2021年3月1日至4月1日组织了专项整治。", ""},
        Stretch{"2021年1月1日、2021年12月31日两次统计。", ""}));

TEST(Periods, may_stand_in_the_last_chapter_but_training_is_none) {
    const Report report(
        "一、总体情况\n培训时间为2021年3月1日至4月1日，本报告另附名单。\n六、其他需要报告的事项\n（"
        "三）统计数据时限为2021年1月1日至2021年12月31日。\n");
    ASSERT_EQ(report.model().periods.size(), 1U);
    EXPECT_EQ(report.model().dates[report.model().periods[0].from].month, 1U);
}

}  // namespace
}  // namespace gouji::test
