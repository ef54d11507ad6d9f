// Figures in prose: Chinese numerals, units, and counted figures with what qualifies them.
#include "gouji/scan/counted.hpp"
#include "gouji/scan/measure_unit.hpp"
#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(HanNumeral, IsReadWithItsPowersOrDigitByDigit) {
    const auto value = [](std::string_view text) { return han_numeral(text, 0).value; };
    EXPECT_EQ(value("十"), 10);
    EXPECT_EQ(value("十二件"), 12);
    EXPECT_EQ(value("三百零五条"), 305);
    EXPECT_EQ(value("一万二千"), 12'000);
    EXPECT_EQ(value("二〇二一年"), 2021);
    EXPECT_TRUE(han_numeral("二〇二一年", 0).positional);
    EXPECT_FALSE(han_numeral("十二", 0).positional);
    EXPECT_EQ(han_numeral("年十二", 0).size, 0U);
    EXPECT_EQ(han_numeral("年十二", 3).size, 6U);
    EXPECT_EQ(han_numeral("", 0).size, 0U);
}

TEST(MeasureUnit, IsTheLongestThatIsNoPartOfAnotherWord) {
    EXPECT_EQ(unit_at("件，"), "件");
    EXPECT_EQ(unit_at("件次"), "件次");
    EXPECT_EQ(unit_at("个百分点"), "个百分点");
    EXPECT_EQ(unit_at("％"), "%");
    for (const char* none : {"个月", "部署", "通过", "人民", "第", ""})
        EXPECT_EQ(unit_at(none), "") << none;
}

TEST(MeasureUnit, IsRarerAfterChineseNumerals) {
    EXPECT_EQ(unit_after_han("件", 1), "件");
    EXPECT_EQ(unit_after_han("起", 2), "起");
    EXPECT_EQ(unit_after_han("起", 1), "");    // 一起
    EXPECT_EQ(unit_after_han("万元", 3), "");  // 三万元 is read with its power
}

struct Case {
    const char* text;
    const char* figure;  ///< with what qualifies it; "" for none
    const char* value;
    const char* unit;
    std::uint32_t exactness;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.text; }

class Figures : public testing::TestWithParam<Case> {};

TEST_P(Figures, AreCountedOrNot) {
    const std::string_view text = GetParam().text;
    Counted found;
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    for (std::uint32_t at = 0; at < text.size() && found.span.end == 0;) {
        const Char c = char_at(text, at);
        if (starts_counted(c.code)) {
            found = counted_at(text, all, at, false);
            at = std::max(found.past, at + c.size);
        } else {
            at += c.size;
        }
    }
    if (*GetParam().figure == '\0') {
        EXPECT_EQ(found.span.end, 0U);
        return;
    }
    EXPECT_EQ(text.substr(found.span.begin, size(found.span)), GetParam().figure);
    EXPECT_EQ(found.value.text(), GetParam().value);
    EXPECT_EQ(found.unit, GetParam().unit);
    EXPECT_EQ(found.exactness, GetParam().exactness);
}

INSTANTIATE_TEST_SUITE_P(
    Scan, Figures,
    testing::Values(Case{"公开信息30条。", "30条", "30", "条", GOUJI_EXACTNESS_EXACT},
                    Case{"公开信息1,234条", "1,234条", "1234", "条", GOUJI_EXACTNESS_EXACT},
                    Case{"占12.50%", "12.50%", "12.50", "%", GOUJI_EXACTNESS_EXACT},
                    Case{"收到申请十二件", "十二件", "12", "件", GOUJI_EXACTNESS_EXACT},
                    Case{"公开近300条", "近300条", "300", "条", GOUJI_EXACTNESS_LESS_THAN},
                    Case{"公开300余条", "300余条", "300", "条", GOUJI_EXACTNESS_MORE_THAN},
                    Case{"公开300条左右", "300条左右", "300", "条", GOUJI_EXACTNESS_ABOUT},
                    Case{"每月3-5件", "3-5件", "5", "件", GOUJI_EXACTNESS_ABOUT},
                    Case{"投入12万余元", "12万余元", "12", "万元", GOUJI_EXACTNESS_MORE_THAN},
                    Case{"最近3条", "3条", "3", "条", GOUJI_EXACTNESS_EXACT},
                    Case{"根据第十二条规定", "", "", "", 0}, Case{"统一部署", "", "", "", 0},
                    Case{"见2.1.3条", "", "", "", 0}, Case{"A3份", "", "", "", 0},
                    Case{"2023年", "", "", "", 0}));

}  // namespace
}  // namespace gouji
