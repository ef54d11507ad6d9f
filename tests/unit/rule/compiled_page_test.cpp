#include "gouji/rule/compiled_page.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

const std::string text = R"(+++
id = "mine/short-line"
name = { zh = "短行", en = "Short line" }
summary = { zh = "一行太短。", en = "A line is too short." }
level = "error"
default = "off"
precision = "low"
tags = ["甲", "乙"]
editions = ["2021"]
aliases = ["mine/old", "mine/older"]
native = true
[messages.long]
zh = "长"
en = "long"
[messages.short]
zh = "只有 {count} 字"
en = "only {count}"
level = "note"
[options.least]
type = "integer"
default = -3
zh = "最少"
en = "least"
[options.loud]
type = "boolean"
default = true
zh = "响"
en = "loud"
[options.mark]
type = "text"
default = "。"
zh = "标点"
en = "mark"
[options.words]
type = "list"
default = ["甲", "乙"]
zh = "词"
en = "words"
+++
# 短行
)";

void expect_equal(const Localized& a, const Localized& b) {
    EXPECT_EQ(a.zh, b.zh);
    EXPECT_EQ(a.en, b.en);
}

TEST(CompiledPage, IsThePage) {
    const auto page = parse_page(text, "p.md");
    ASSERT_TRUE(page) << page.error().zh;
    const auto again = compiled_page(compile_page(*page), text, "p.md");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->file, page->file);
    EXPECT_EQ(again->id, page->id);
    expect_equal(again->name, page->name);
    expect_equal(again->summary, page->summary);
    EXPECT_EQ(again->level, page->level);
    EXPECT_EQ(again->enabled, page->enabled);
    EXPECT_EQ(again->native, page->native);
    EXPECT_EQ(again->precision, page->precision);
    EXPECT_EQ(again->kind, page->kind);
    EXPECT_EQ(again->tags, page->tags);
    EXPECT_EQ(again->editions, page->editions);
    EXPECT_EQ(again->aliases, page->aliases);
    EXPECT_EQ(again->front_matter, page->front_matter);
    EXPECT_EQ(again->front_matter_line, page->front_matter_line);
    EXPECT_EQ(again->body, page->body);
    ASSERT_EQ(again->messages.size(), page->messages.size());
    for (std::size_t i = 0; i < page->messages.size(); ++i) {
        EXPECT_EQ(again->messages[i].id, page->messages[i].id);
        EXPECT_EQ(again->messages[i].level, page->messages[i].level);
        expect_equal(again->messages[i].words, page->messages[i].words);
    }
    ASSERT_EQ(again->options.size(), 4U);
    for (std::size_t i = 0; i < page->options.size(); ++i) {
        EXPECT_EQ(again->options[i].key, page->options[i].key);
        EXPECT_EQ(again->options[i].value, page->options[i].value);
        expect_equal(again->options[i].words, page->options[i].words);
    }
}

TEST(CompiledPage, IsReadWholeOrNotAtAll) {
    const std::string compiled = compile_page(*parse_page(text, "p.md"));
    for (std::size_t size = 0; size < compiled.size(); ++size) {
        EXPECT_FALSE(compiled_page(std::string_view(compiled).substr(0, size), text, "p.md"))
            << size;
    }
    EXPECT_FALSE(compiled_page(compiled + "x", text, "p.md"));
    EXPECT_FALSE(compiled_page(compiled, std::string_view(text).substr(0, 9), "p.md"));
}

TEST(CompiledPage, OfAnotherVersionIsNotRead) {
    std::string compiled = compile_page(*parse_page(text, "p.md"));
    compiled[sizeof(std::uint64_t)] ^= 1;  // after the length: the version's first character
    EXPECT_FALSE(compiled_page(compiled, text, "p.md"));
}

}  // namespace
}  // namespace gouji
