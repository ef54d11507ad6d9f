#include "gouji/terms/term_hits.hpp"

#include <array>

#include <gtest/gtest.h>

namespace gouji {
namespace {

using Localized = std::vector<std::string>;

std::string shown(std::span<const gouji_hit> hits, std::string_view text) {
    std::string out;
    for (const gouji_hit& hit : hits) {
        out += std::to_string(hit.list) + "." + std::to_string(hit.word) + ":" +
               std::string(text.substr(hit.span.begin, hit.span.end - hit.span.begin)) + "@" +
               std::to_string(hit.span.begin) + " ";
    }
    return out;
}

TEST(TermHits, GivesEachRuleTheHitsOfItsListsInOrder) {
    const Localized names{"我局", "我"};
    const Localized times{"截至目前", "目前"};
    const Localized other{"目前"};
    TermTable table;
    const std::array<std::span<const std::string>, 2> two{names, times};
    const std::array<std::span<const std::string>, 1> one{other};
    const TermGroup first = table.add(two);
    const TermGroup second = table.add(one);
    table.compile();
    const std::string text = "截至目前，我局\n目前我";
    const TermHits hits(table, text);
    EXPECT_EQ(shown(hits.of(first, 0), text), "0.0:我局@15 0.1:我@15 0.1:我@28 ");
    EXPECT_EQ(shown(hits.of(first, 1), text), "1.0:截至目前@0 1.1:目前@6 1.1:目前@22 ");
    EXPECT_EQ(shown(hits.all(first), text),
              "1.0:截至目前@0 1.1:目前@6 0.0:我局@15 0.1:我@15 1.1:目前@22 0.1:我@28 ");
    EXPECT_EQ(shown(hits.of(second, 0), text), "0.0:目前@6 0.0:目前@22 ");
    EXPECT_EQ(hits.all(second).size(), 2U);
}

TEST(TermHits, ARuleWithoutListsOrAListWithoutWordsHasNone) {
    const Localized none;
    const Localized some{"甲乙"};
    TermTable table;
    const TermGroup without = table.add({});
    const std::array<std::span<const std::string>, 2> lists{none, some};
    const TermGroup group = table.add(lists);
    table.compile();
    const TermHits hits(table, "甲乙丙");
    EXPECT_TRUE(hits.all(without).empty());
    EXPECT_TRUE(hits.of(without, 0).empty());
    EXPECT_TRUE(hits.of(group, 0).empty());
    EXPECT_EQ(hits.of(group, 1).size(), 1U);
    EXPECT_TRUE(hits.of(group, 2).empty());
}

TEST(TermHits, AnEmptyTableAndAnEmptyTextGiveNothing) {
    TermTable table;
    table.compile();
    EXPECT_TRUE(TermHits(table, "甲乙").every().empty());
    const Localized words{"甲乙"};
    const std::array<std::span<const std::string>, 1> lists{words};
    TermTable other;
    const TermGroup group = other.add(lists);
    other.compile();
    EXPECT_TRUE(TermHits(other, "").all(group).empty());
}

}  // namespace
}  // namespace gouji
