#include "gouji/json/json.hpp"
#include "gouji/output/uri.hpp"
#include "gouji/output/words.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Localized, PutArgumentsWhereTheirNamesStand) {
    EXPECT_EQ(format_message("{a}应为{b}，{a}", {{"a", "甲"}, {"b", "乙"}}), "甲应为乙，甲");
    EXPECT_EQ(format_message("{a} {} { b} {", {{"b", "乙"}}), "{a} {} { b} {");
    EXPECT_EQ(format_message("{a}", {{"a", "{b}"}, {"b", "乙"}}), "{b}");
}

TEST(Localized, AreNumberedForSarif) {
    const Numbered numbers = numbered("{x}：{y-1}，{x} {{a}");
    EXPECT_EQ(numbers.text, "{0}：{1}，{0} {{{2}");
    EXPECT_EQ(numbers.names, (std::vector<std::string>{"x", "y-1", "a"}));
}

TEST(Localized, TakeAdviceFromThePage) {
    Page page;
    page.body = "# 名\n\n说明。\n\n## 怎么改\n\n改成`正确`的，\n再查。\n\n别的。\n\n## 例\n";
    EXPECT_EQ(advice(page, Language::zh), "改成正确的，再查。");
    EXPECT_EQ(advice(page, Language::en), "");
}

TEST(Json, EscapesWhatMustBeAndNothingElse) {
    std::string out;
    Json json(out);
    json.begin_object().member("a\"\\", "年\n\t\x01😀").member("n", 3).key("l").begin_array();
    json.value(true).value("x").begin_object().end_object().end_array().end_object();
    EXPECT_EQ(out, "{\"a\\\"\\\\\":\"年\\n\\t\\u0001😀\",\"n\":3,\"l\":[true,\"x\",{}]}");
}

TEST(Json, KeepsALineALineAndUtf8Whole) {
    std::string out;
    Json(out).value("a\xC2\x85\xE2\x80\xA8\xE2\x80\xA9“b”\xC2\xB7\xE2");
    EXPECT_EQ(out, "\"a\\u0085\\u2028\\u2029“b”\xC2\xB7\xEF\xBF\xBD\"");
}

TEST(Uri, IsRelativeInsideTheBaseAndAbsoluteOutside) {
    const std::string base = current_folder();
    EXPECT_EQ(relative_uri("a b/年.txt", base), "a%20b/%E5%B9%B4.txt");
    EXPECT_EQ(relative_uri("./x/../y:1.txt", base), "y%3A1.txt");
    EXPECT_EQ(relative_uri("/etc/a#b", base), "file:///etc/a%23b");
    EXPECT_TRUE(relative_uri("../z.txt", base).starts_with("file:///"));
}

}  // namespace
}  // namespace gouji
