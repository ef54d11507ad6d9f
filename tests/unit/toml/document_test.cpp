#include "gouji/toml/document.hpp"

#include "gouji/toml/reader.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(TomlDocument, FramesTheValueOfAKey) {
    const auto document = parse_toml("a = 1\nb = \"年报\"\n", "a.toml", 5);
    ASSERT_TRUE(document) << document.error().en;
    const Error error = (*document)->frame("b").around("坏", "bad");
    EXPECT_TRUE(error.en.starts_with("a.toml:6:5: bad\n  6 | b = \"年报\"\n")) << error.en;
    EXPECT_TRUE((*document)->frame("none").around("坏", "bad").en.starts_with("a.toml:5:1: bad"));
}

TEST(TomlDocument, GivesTheRestOfALine) {
    const auto document = parse_toml("a = 1\nb = \"年报\"\n", "a.toml");
    ASSERT_TRUE(document);
    EXPECT_EQ((*document)->text_at({2, 5}), "\"年报\"");
    EXPECT_EQ((*document)->text_at({2, 7}), "报\"");
    EXPECT_EQ((*document)->text_at({2, 99}), "");
    EXPECT_EQ((*document)->text_at({9, 1}), "");
}

TEST(TomlDocument, IsReadMoreThanOnce) {
    const auto document = parse_toml("a = 1\n", "a.toml");
    ASSERT_TRUE(document);
    const auto read = [&](const char* key) {
        return read_toml<std::int64_t>(**document, [&](TomlReader& root) {
            const std::int64_t value = root.integer(key, std::nullopt);
            root.finish();
            return value;
        });
    };
    EXPECT_FALSE(read("b"));
    EXPECT_EQ(read("a"), 1);
}

TEST(TomlDocument, SaysWhatIsNoToml) {
    const auto document = parse_toml("a = 1\nb = “年报”\n", "a.toml", 2);
    ASSERT_FALSE(document);
    EXPECT_TRUE(document.error().en.starts_with("a.toml:3:5: ")) << document.error().en;
}

TEST(TomlDocument, SaysThatAFileIsNotUtf8) {
    const auto document = parse_toml("a = 1\nb = \"\xB0\xA1\"\n", "a.toml");  // “啊” in GBK
    ASSERT_FALSE(document);
    EXPECT_TRUE(document.error().en.starts_with("a.toml:2: not UTF-8")) << document.error().en;
}

}  // namespace
}  // namespace gouji
