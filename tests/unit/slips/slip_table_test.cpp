#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "generate/slip_lexicon.hpp"
#include "generate/slip_table_writer.hpp"
#include "generate/slip_trees.hpp"
#include "slip_search.hpp"

namespace gouji::wording {
namespace {

const std::string lists = GOUJI_ROOT "/rules/wording";

SlipLexicon small_lexicon() {
    SlipLexicon lexicon;
    for (const char16_t c : std::u16string_view(u"公开天信息西"))
        lexicon.words[std::u16string(1, c)] = {50, false, false};
    lexicon.words[u"公开"] = {20000, true, false};
    lexicon.words[u"信息"] = {10000, false, false};
    lexicon.texts[u"信息公开"] = 100;
    lexicon.texts[u"公开"] = 20000;
    return lexicon;
}

std::vector<std::byte> small_table() {
    ConfusionSets confusions;
    confusions[u'开'][u'天'] = Likeness::shape;
    return slip_table_bytes(small_lexicon(), {}, confusions,
                            read_slip_trees(lists + "/slip-trees.tsv"));
}

TEST(SlipTableWriter, MakesTheSameBytesOfTheSameWords) { EXPECT_EQ(small_table(), small_table()); }

TEST(SlipTableWriter, WritesWhatTheTableReads) {
    const std::vector<std::byte> bytes = small_table();
    const SlipTable table(bytes);
    ASSERT_FALSE(table.empty());
    const auto word = table.word(SlipHash::of(std::u16string_view(u"公开")));
    EXPECT_NE(word.count, 0U);
    EXPECT_TRUE(word.genre);
    EXPECT_FALSE(table.word(SlipHash::of(std::u16string_view(u"信息"))).genre);
    EXPECT_EQ(table.word(SlipHash::of(std::u16string_view(u"信开"))).count, 0U);
    ASSERT_EQ(table.rights(u'天').characters.size(), 1U);
    EXPECT_EQ(table.rights(u'天').characters[0], u'开');

    SlipSearch search(table);
    const auto found = search.find(std::u16string_view(u"信息公天"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].at, 3U);
}

TEST(SlipTableWriter, LongerNgramsTellMore) {
    const std::vector<std::byte> bytes = small_table();
    const SlipTable table(bytes);
    std::uint8_t used = 0;
    const float known = table.gram_score(std::u16string_view(u"信息公开"), used);
    EXPECT_EQ(used, 4U);
    const float unknown = table.gram_score(std::u16string_view(u"信息公西"), used);
    EXPECT_EQ(used, 0U);
    EXPECT_GT(known, unknown);
}

TEST(SlipLexicon, TakesAnOfficesCountsBesideTheDictionary) {
    const std::string path = testing::TempDir() + "gouji_counts.txt";
    std::ofstream(path) << "云岭通 900\n公开 7 v\nabc 5\n";
    const SlipLexicon lexicon = read_slip_lexicon({path}, lists);
    std::remove(path.c_str());
    EXPECT_EQ(lexicon.words.at(u"云岭通").frequency, 900U);
    EXPECT_GT(lexicon.words.at(u"公开").frequency, 7U);  // our own list weighs more
    EXPECT_FALSE(lexicon.words.contains(u"abc"));
}

TEST(SlipTrees, AreWholeAndEnd) {
    const SlipTrees trees = read_slip_trees(lists + "/slip-trees.tsv");
    EXPECT_GT(trees.trees.size(), 100U);
    for (const SlipTree& tree : trees.trees) {
        for (std::size_t i = 0; i < SlipTree::decisions; ++i) {
            EXPECT_GT(tree.child[i][0], i);
            EXPECT_GT(tree.child[i][1], i);
        }
    }
}

}  // namespace
}  // namespace gouji::wording
