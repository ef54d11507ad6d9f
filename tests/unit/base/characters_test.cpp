// The headers of the SDK that look for characters and words in text.
#include <gouji/character_set.hpp>
#include <gouji/phrases.hpp>
#include <gouji/utf8.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Seek, FindsWhatFindFinds) {
    const std::string_view text = "柳河镇政府，柳河镇a柳河";
    for (const std::string_view words :
         std::initializer_list<std::string_view>{"柳", "柳河", "柳河镇a", "镇政府", "，", "a", "河",
                                                 "镇柳", "云岭", text.substr(3), text}) {
        for (std::size_t from = 0; from <= text.size() + 1; ++from) {
            EXPECT_EQ(seek(text, words, from), text.find(words, from)) << words << " from " << from;
        }
    }
    EXPECT_EQ(seek("", "柳"), std::string_view::npos);
    EXPECT_EQ(seek(text, ""), 0U);
    EXPECT_EQ(seek("柳", "柳河"), std::string_view::npos);
}

TEST(CharacterSet, HoldsItsCharactersOnly) {
    constexpr CharacterSet set(u"万东\uFFFF");
    EXPECT_TRUE(set.holds(U'万'));
    EXPECT_TRUE(set.holds(U'东'));
    EXPECT_TRUE(set.holds(0xFFFF));
    EXPECT_FALSE(set.holds(U'丈'));
    EXPECT_FALSE(set.holds(0));
    EXPECT_FALSE(set.holds(0x10000 + U'万'));
}

TEST(Phrases, AreFoundBehindCharactersOfAnyLength) {
    const Phrases phrases{"今年", "今年以来"};
    const std::string text = "aéА€𠀀今年以来，今年";
    const auto first = phrases.next(text);
    ASSERT_TRUE(first);
    EXPECT_EQ(first.at, text.find("今年"));
    EXPECT_EQ(phrases[first.index], "今年以来");
    const auto second = phrases.next(text, first.end());
    ASSERT_TRUE(second);
    EXPECT_EQ(second.end(), text.size());
    EXPECT_FALSE(phrases.next(text, second.end()));
}

}  // namespace
}  // namespace gouji
