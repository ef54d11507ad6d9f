#include <gouji/term_index.hpp>
#include <gouji/utf8.hpp>

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

using Hits = std::vector<std::pair<std::size_t, std::string>>;

Hits scan(const std::vector<std::string_view>& terms, std::string_view text) {
    const TermTables tables(terms);
    Hits hits;
    tables.view().scan(text, [&](std::size_t at, const TermRecord& record) {
        hits.emplace_back(at, std::string(terms[record.id]));
    });
    std::ranges::sort(hits);
    return hits;
}

TEST(TermIndex, FindsEveryTermAtEveryPlace) {
    EXPECT_EQ(scan({"布署", "布署工作", "署工"}, "按布署工作"),
              (Hits{{3, "布署"}, {3, "布署工作"}, {6, "署工"}}));
}

TEST(TermIndex, FindsATermAtTheVeryEnd) {
    EXPECT_EQ(scan({"条列"}, "条列"), (Hits{{0, "条列"}}));
    EXPECT_EQ(scan({"条列出"}, "条列"), Hits{});
}

TEST(TermIndex, FindsTermsOfOneHanCharacter) {
    EXPECT_EQ(scan({"岀", "岀台"}, "岀台"), (Hits{{0, "岀"}, {0, "岀台"}}));
}

TEST(TermIndex, MatchesNoTermAcrossACharactersBytes) {
    // The bytes of 一 end like the first byte of others; only whole characters count.
    EXPECT_EQ(scan({"二三"}, "一二三"), (Hits{{3, "二三"}}));
}

TEST(TermIndex, FindsMixedScripts) {
    EXPECT_EQ(scan({"截止20", "abc"}, "截止2021abc"), (Hits{{0, "截止20"}, {10, "abc"}}));
}

TEST(TermIndex, KnowsNothingOfAnEmptyList) {
    EXPECT_EQ(scan({}, "任何文字"), Hits{});
    TermIndex().scan("任何文字", [](std::size_t, const TermRecord&) { FAIL(); });
}

TEST(TermIndex, AgreesWithASearchOfEachTerm) {
    std::vector<std::string> owned;
    std::string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 3000; ++c) {
        std::string term;
        append(term, c);
        append(term, c + 1 + (c % 3));
        owned.push_back(term);
        text += term;
    }
    const std::vector<std::string_view> terms(owned.begin(), owned.end());
    std::size_t expected = 0;
    for (const std::string& term : owned) {
        for (std::size_t at = text.find(term); at != std::string::npos;
             at = text.find(term, at + 1))
            ++expected;
    }
    EXPECT_EQ(scan(terms, text).size(), expected);
}

}  // namespace
}  // namespace gouji
