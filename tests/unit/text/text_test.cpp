#include "gouji/text/text.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using gouji::Encoding;
using gouji::Text;

const std::string sentence =
    "云岭县水利局2023年政府信息公开工作年度报告\n本年度主动公开政府信息一百二十六条，没有收到政府信"
    "息公开申请。\n";

/// The sentence in the encoding, made by the module's own encoder from a text in that encoding.
std::string in(Encoding encoding, bool mark) {
    std::string seed = mark ? (encoding == Encoding::utf16le ? "\xFF\xFE" : "\xFE\xFF") : "";
    const auto text = Text::decode(seed, gouji::name(encoding));
    return text->encode(sentence).value();
}

TEST(Text, keeps_utf8_as_it_is) {
    const auto text = Text::decode(sentence);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->view(), sentence);
    EXPECT_EQ(text->encoding(), Encoding::utf8);
    EXPECT_FALSE(text->byte_order_mark());
}

TEST(Text, drops_the_mark_and_writes_it_back) {
    const auto text = Text::decode("\xEF\xBB\xBF" + sentence);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->view(), sentence);
    EXPECT_EQ(text->encode("规章").value(), "\xEF\xBB\xBF规章");
}

TEST(Text, detects_utf16_with_and_without_mark) {
    for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
        for (const bool mark : {true, false}) {
            const std::string bytes = in(encoding, mark);
            ASSERT_NE(bytes, sentence);
            const auto text = Text::decode(bytes);
            ASSERT_TRUE(text) << text.error().zh;
            EXPECT_EQ(text->view(), sentence);
            EXPECT_EQ(text->encoding(), encoding);
            EXPECT_EQ(text->encode(sentence).value(), bytes);
        }
    }
}

TEST(Text, detects_gb18030) {
    const std::string bytes = in(Encoding::gb18030, false);
    const auto text = Text::decode(bytes);
    ASSERT_TRUE(text) << text.error().zh;
    EXPECT_EQ(text->view(), sentence);
    EXPECT_EQ(text->encoding(), Encoding::gb18030);
    EXPECT_EQ(text->encode(sentence).value(), bytes);
    EXPECT_EQ(Text::decode("\xB9\xE6\xD5\xC2")->view(), "规章") << "two characters must do";
}

TEST(Text, takes_the_users_word_for_the_encoding) {
    for (const char* name : {"GBK", "gb2312", "gb-18030"}) {
        EXPECT_EQ(Text::decode("\xB9\xE6\xD5\xC2", name)->view(), "规章");
    }
    const auto unknown = Text::decode("x", "big6");
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().zh.find("big6"), std::string::npos);
    EXPECT_NE(unknown.error().zh.find("GB18030"), std::string::npos);
}

TEST(Text, names_the_first_bad_byte) {
    const auto text = Text::decode("规章\xFFx", "utf-8");
    ASSERT_FALSE(text);
    EXPECT_NE(text.error().zh.find("byte 6"), std::string::npos) << text.error().zh;
    EXPECT_NE(text.error().zh.find("--encoding"), std::string::npos);
    const auto chinese = Text::decode("\xB9\xE6\xFF\xFF\xD5\xC2", "gbk");
    ASSERT_FALSE(chinese);
    EXPECT_NE(chinese.error().zh.find("byte 2"), std::string::npos) << chinese.error().zh;
}

TEST(Text, refuses_what_is_no_text) {
    const auto nul = Text::decode(std::string("ab\0c", 4));
    ASSERT_FALSE(nul);
    EXPECT_NE(nul.error().zh.find("byte 2"), std::string::npos);
    const auto word = Text::decode(std::string("PK\x03\x04\x14\0\0\0\x08\0", 10));
    ASSERT_FALSE(word);
    EXPECT_NE(word.error().zh.find(".docx"), std::string::npos);
}

TEST(Text, an_empty_file_is_a_text) { EXPECT_TRUE(Text::decode("")->view().empty()); }

}  // namespace
