#include "gouji/rule/page.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

const std::string head = R"(+++
id = "mine/short-line"
name = { zh = "短行", en = "Short line" }
summary = { zh = "一行太短。", en = "A line is too short." }
level = "warning"
native = true
)";
const std::string tail = R"([messages.short]
zh = "只有 {count} 字"
en = "only {count}"
level = "note"
+++
# 短行
)";

std::string error_of(const std::string& text) {
    const auto page = parse_page(text, "p.md");
    return page ? "" : page.error().zh;
}

TEST(Page, SaysWhatItsFrontMatterSays) {
    const auto page =
        parse_page(head + "editions = [\"2021\"]\naliases = [\"mine/old\"]\n" + tail + "", "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    EXPECT_EQ(page->id, "mine/short-line");
    EXPECT_EQ(page->level, Level::warning);
    EXPECT_TRUE(page->enabled);
    EXPECT_EQ(page->precision, "high");
    EXPECT_EQ(page->editions, std::vector<std::string>{"2021"});
    EXPECT_EQ(page->aliases, std::vector<std::string>{"mine/old"});
    ASSERT_NE(page->message("short"), nullptr);
    EXPECT_EQ(page->message("short")->level, Level::note);
    EXPECT_EQ(page->message("short")->words.en, "only {count}");
    EXPECT_EQ(page->message("long"), nullptr);
    EXPECT_EQ(page->body, "# 短行\n");
}

TEST(Page, IsCalledByItsIdAndItsAliases) {
    const auto page =
        parse_page(head + "aliases = [\"mine/old\", \"mine/older\"]\n" + tail, "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    for (const char* name : {"mine/short-line", "mine/old", "mine/older"})
        EXPECT_TRUE(page->is_called(name)) << name;
    for (const char* name : {"mine", "mine/short", ""}) EXPECT_FALSE(page->is_called(name)) << name;
}

TEST(Page, NamesThePlaceOfAValue) {
    const auto page = parse_page(head + "aliases = [\"mine/old\"]\n" + tail, "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    EXPECT_TRUE(page->error_at("aliases", {"坏", "bad"}).en.starts_with("p.md:7:11: bad\n"));
    // Of a page that was compiled only the file is known.
    Page compiled;
    compiled.file = "q.md";
    EXPECT_EQ(compiled.error_at("id", {"坏", "bad"}), (Error{"q.md：坏", "q.md: bad"}));
}

TEST(Page, SaysWhatAnOldKeyIsCalledNow) {
    const std::string said = error_of(head + "formerly = [\"mine/old\"]\n" + tail);
    EXPECT_TRUE(said.starts_with("p.md:7:1: ")) << said;
    EXPECT_NE(said.find("aliases"), std::string::npos) << said;
}

TEST(Page, KnowsTheTypesOfItsOptions) {
    const std::string options = R"([options.least]
type = "integer"
default = 3
zh = "最少"
en = "least"
[options.words]
type = "list"
default = ["甲", "乙"]
zh = "词"
en = "words"
)";
    const auto page = parse_page(head + options + tail, "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    ASSERT_EQ(page->options.size(), 2U);
    EXPECT_EQ(std::get<std::int64_t>(page->options[0].value), 3);
    EXPECT_EQ(std::get<std::vector<std::string>>(page->options[1].value).size(), 2U);
}

TEST(Page, PointsAtWhatIsWrong) {
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"no front matter", "p.md:1:1: "},
        {"+++\nid = \"a/b\"\nnever closed\n", "p.md:1:1: "},
        {head + "levle = \"note\"\n" + tail, "p.md:7:1: 不认识的键“levle”，最接近的是“level”"},
        {head + "precision = \"hihg\"\n" + tail, "p.md:7:13: “hihg”"},
        {head + "kind = \"term\"\n" + tail, "p.md:7:8: "},
        {head + "[options.a]\ntype = \"int\"\ndefault = 1\nzh = \"\"\nen = \"\"\n" + tail,
         "p.md:8:8: “int”"},
        {head + "[options.a]\ntype = \"integer\"\ndefault = \"x\"\nzh = \"\"\nen = \"\"\n" + tail,
         "p.md:9:11: "},
        {head + "+++\n", "至少要有一条消息"},
        {"+++\nid = \"NoSlash\"\n+++\n", "p.md:2:6: "},
    };
    for (const auto& [text, message] : wrong) {
        EXPECT_NE(error_of(text).find(message), std::string::npos)
            << text << "\n→ " << error_of(text);
    }
}

TEST(Examples, AreTheFencesOfTheBody) {
    const auto page =
        parse_page(head + tail +
                       "\n```invalid overview year=2022\n短⟦行⟧\n```\n\n```fixed\n长行\n```\n"
                       "```toml\nx = 1\n```\n````valid\n```\n````\n",
                   "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    const auto examples = parse_examples(*page);
    ASSERT_TRUE(examples) << examples.error().zh;
    ASSERT_EQ(examples->size(), 2U);
    EXPECT_TRUE(examples->at(0).invalid);
    EXPECT_EQ(examples->at(0).words, (std::vector<std::string>{"overview", "year=2022"}));
    EXPECT_EQ(examples->at(0).text, "短⟦行⟧\n");
    EXPECT_EQ(examples->at(0).fixed, "长行\n");
    EXPECT_EQ(examples->at(0).line, 14U);
    EXPECT_FALSE(examples->at(1).invalid);
    EXPECT_EQ(examples->at(1).text, "```\n");
}

TEST(Examples, AFenceThatIsNeverClosedIsAnError) {
    const auto page = parse_page(head + tail + "```valid\n行\n", "p.md");
    ASSERT_TRUE(page);
    const auto examples = parse_examples(*page);
    ASSERT_FALSE(examples);
    EXPECT_TRUE(examples.error().zh.starts_with("p.md:13:1: ")) << examples.error().zh;
}

TEST(Examples, FixedBelongsBehindInvalid) {
    const auto page = parse_page(head + tail + "```valid\n行\n```\n```fixed\n行\n```\n", "p.md");
    ASSERT_TRUE(page);
    EXPECT_FALSE(parse_examples(*page));
}

TEST(Examples, PreviousBelongsToTheExampleAfterIt) {
    const auto parsed = [](const std::string& body) {
        const auto page = parse_page(head + tail + body, "p.md");
        return parse_examples(*page);
    };
    const auto examples =
        parsed("```previous requests year=2020\n上年\n```\n```valid\n行\n```\n```valid\n行\n```\n");
    ASSERT_TRUE(examples);
    ASSERT_EQ(examples->size(), 2U);
    ASSERT_EQ(examples->at(0).previous.size(), 1U);
    EXPECT_EQ(examples->at(0).previous[0].text, "上年\n");
    EXPECT_EQ(examples->at(0).previous[0].words,
              (std::vector<std::string>{"requests", "year=2020"}));
    EXPECT_TRUE(examples->at(1).previous.empty());
    for (const char* wrong :
         {"```previous\n上年\n```\n", "```previous\n上年\n```\n```fixed\n行\n```\n"})
        EXPECT_FALSE(parsed(wrong)) << wrong;
}

}  // namespace
}  // namespace gouji
