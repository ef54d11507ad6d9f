#include "slip_search.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gouji::wording {
namespace {

/// A candidate as “place: wrong>right”, with its score; the best one of a run.
struct Best {
    std::u16string right;
    std::size_t at = 0;
    SlipKind kind = SlipKind::sound;
    float score = -100;
    std::u16string words;
};

Best best_of(std::u16string_view run) {
    SlipSearch search(slip_table());
    Best best;
    for (const SlipCandidate& candidate : search.find(run)) {
        if (candidate.score <= best.score) continue;
        best = {std::u16string(candidate.right, candidate.size), candidate.at, candidate.kind,
                candidate.score,
                std::u16string(run.substr(candidate.words.begin,
                                          candidate.words.end - candidate.words.begin))};
    }
    return best;
}

TEST(SlipSearch, FindsWhatNoListHolds) {
    const Best shape = best_of(u"主动公天政府信息");
    EXPECT_EQ(shape.right, u"开");
    EXPECT_EQ(shape.at, 3U);
    EXPECT_EQ(shape.kind, SlipKind::shape);
    EXPECT_GT(shape.score, 4.0F);

    EXPECT_EQ(best_of(u"不断提升服务智量").right, u"质");
    EXPECT_EQ(best_of(u"依法行正工作").right, u"政");
}

TEST(SlipSearch, FindsCharactersInTheWrongOrder) {
    const Best swapped = best_of(u"加强对开公信息的审核");
    EXPECT_EQ(swapped.kind, SlipKind::swapped);
    EXPECT_EQ(swapped.right, u"公开");
}

TEST(SlipSearch, TellsTheWholeWord) { EXPECT_EQ(best_of(u"主动公天的内容").words, u"主动公天"); }

TEST(SlipSearch, LeavesWordsAlone) {
    // Two characters of two words, which together look like a slip of a third.
    for (const std::u16string_view right :
         {u"新建全市首个示范点", u"平急两用公共基础设施", u"药品带量采购", u"高精尖产业",
          u"工程评居全省前列", u"企业总数居全国第一", u"整县整市推进", u"办好戏好剧", u"越开越大",
          u"主动公开政府信息"}) {
        EXPECT_LT(best_of(right).score, 4.0F) << best_of(right).at;
    }
}

TEST(SlipSearch, TakesOthersProposals) {
    SlipSearch search(slip_table());
    const std::u16string_view run = u"不断提升服务智量";
    const SlipProposal proposal{6, u'质', SlipKind::sound};
    const auto found = search.find(run, {&proposal, 1});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].right[0], u'质');
}

TEST(SlipSearch, SurvivesAnyRun) {
    SlipSearch search(slip_table());
    EXPECT_TRUE(search.find({}).empty());
    EXPECT_TRUE(search.find(std::u16string_view(u"的")).empty());
    const std::u16string same(500, u'公');
    EXPECT_NO_THROW((void)search.find(same));
    const std::u16string rare(50, u'龘');
    EXPECT_TRUE(search.find(rare).empty());
}

TEST(SlipLattice, GainsWhatTheBetterReadingIsWorth) {
    SlipLattice wrong(slip_table());
    wrong.read(std::u16string_view(u"政府信西公开"));
    const char16_t meant = u'息';
    const SlipLattice::Gain gain = wrong.gain(3, {&meant, 1}, 0);
    EXPECT_GT(gain.score, 3.0F);
    EXPECT_TRUE(gain.genre);
    const char16_t same = u'西';
    EXPECT_NEAR(wrong.gain(3, {&same, 1}, 0).score, 0.0F, 1e-3F);
}

TEST(SlipTable, KnowsWordsAndWhatIsNone) {
    const SlipTable& table = slip_table();
    ASSERT_FALSE(table.empty());
    EXPECT_NE(table.word(SlipHash::of(std::u16string_view(u"公开"))).count, 0U);
    EXPECT_TRUE(table.word(SlipHash::of(std::u16string_view(u"主动公开"))).genre);
    EXPECT_EQ(table.word(SlipHash::of(std::u16string_view(u"公天"))).count, 0U);
    EXPECT_TRUE(table.joins(u'公', u'开'));
    EXPECT_EQ(table.single(u'A'), 0U);
    const auto rights = table.rights(u'例');
    EXPECT_TRUE(std::ranges::find(rights.characters, u'列') != rights.characters.end());
    EXPECT_TRUE(table.rights(u'A').characters.empty());
}

TEST(SlipTable, WithoutDataKnowsNothing) { EXPECT_TRUE(SlipTable({}).empty()); }

}  // namespace
}  // namespace gouji::wording
