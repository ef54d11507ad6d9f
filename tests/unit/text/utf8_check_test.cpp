#include "gouji/text/utf8_check.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

constexpr auto none = std::string_view::npos;

TEST(Utf8Check, accepts_every_length) {
    EXPECT_EQ(gouji::find_ill_formed("plain ascii that is longer than eight bytes"), none);
    EXPECT_EQ(gouji::find_ill_formed("é规章𠀀\u2028"), none);
    EXPECT_EQ(gouji::find_ill_formed(""), none);
}

TEST(Utf8Check, finds_each_way_to_be_wrong) {
    for (const char* bad :
         {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE8\xA7", "\xE8", "\xF0\x9F\x98", "\xFF"}) {
        EXPECT_EQ(gouji::find_ill_formed(bad), 0U);
        EXPECT_EQ(gouji::find_ill_formed("规章 abcdefgh" + std::string(bad)), 15U)
            << "behind other text";
    }
}

}  // namespace
