#include "near_miss.hpp"

#include <gouji/utf8.hpp>
#include <gouji/wide_text.hpp>

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace gouji::wording {
namespace {

/// The candidates of a text as “wrong character>right character”.
std::set<std::u16string> candidates(std::string_view text) {
    const WideText wide(text);
    std::set<std::u16string> out;
    NearMissSearch search;
    for (const NearMiss& miss : search.find(wide.codes)) {
        out.insert({wide.codes[miss.changed], u'>', miss.right});
    }
    return out;
}

TEST(NearMiss, FindsAWrongCharacterAtEveryPlaceOfAPhrase) {
    EXPECT_TRUE(candidates("保蜜审查").contains(u"蜜>密"));
    EXPECT_TRUE(candidates("葆密审查").contains(u"葆>保"));
    EXPECT_TRUE(candidates("保密伸查").contains(u"伸>审"));
    EXPECT_TRUE(candidates("保密审察").contains(u"察>查"));
    EXPECT_TRUE(candidates("取得了一定城效").contains(u"城>成"));
}

TEST(NearMiss, FindsAWrongCharacterInAWord) {
    EXPECT_TRUE(candidates("完善捡索功能").contains(u"捡>检"));
    EXPECT_TRUE(candidates("政策解渎").contains(u"渎>读"));
}

TEST(NearMiss, LeavesARightPhraseAlone) {
    EXPECT_TRUE(candidates("保密审查，责任追究，社会评议，实事求是").empty());
}

TEST(NearMiss, AsksForOneSlipOnly) { EXPECT_TRUE(candidates("葆蜜审查").empty()); }

TEST(NearMiss, IgnoresCharactersThatAreNothingAlike) {
    EXPECT_FALSE(candidates("保密大查").contains(u"大>审"));
}

TEST(NearMiss, SurvivesTheEdgesOfAText) {
    EXPECT_TRUE(candidates("").empty());
    EXPECT_TRUE(candidates("保").empty());
    EXPECT_TRUE(candidates("\xF0\xA0\x80\x80").empty());
}

TEST(NearMiss, EveryPhraseExplainsItself) {
    for (std::uint32_t id = 0; id + 1 < phrases.begins.size(); ++id) {
        const auto phrase = phrases.phrase(id);
        std::string text;
        for (const char16_t c : phrase) append(text, c);
        EXPECT_TRUE(candidates(text).empty()) << text;
    }
}

TEST(Confusions, KnowSoundsAndShapes) {
    EXPECT_EQ(confusions.between(u'署', u'暑'), Likeness::sound);
    EXPECT_EQ(confusions.between(u'读', u'渎'), Likeness::sound);
    EXPECT_EQ(confusions.between(u'未', u'末'), Likeness::shape);
    EXPECT_EQ(confusions.between(u'查', u'大'), Likeness::none);
}

}  // namespace
}  // namespace gouji::wording
