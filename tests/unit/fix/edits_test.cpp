#include "gouji/fix/edits.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>

namespace gouji {
namespace {

Finding with_fix(bool safe, std::vector<Finding::Edit> edits) {
    Finding finding;
    finding.fixes.push_back({safe, "", {}, std::move(edits)});
    return finding;
}

std::vector<Finding::Edit> chosen(const std::vector<Finding>& findings) {
    std::vector<const Finding*> all;
    for (const Finding& finding : findings) all.push_back(&finding);
    return safe_edits(all);
}

TEST(SafeEdits, LeaveUnsafeFixesAlone) {
    EXPECT_TRUE(chosen({with_fix(false, {{{0, 1}, "x"}})}).empty());
}

TEST(SafeEdits, TakeTheEarlierOfTwoThatClash) {
    const auto edits = chosen({with_fix(true, {{{4, 6}, "a"}}), with_fix(true, {{{5, 8}, "b"}}),
                               with_fix(true, {{{0, 2}, "c"}})});
    ASSERT_EQ(edits.size(), 2U);
    EXPECT_EQ(edits[0].by, "c");
    EXPECT_EQ(edits[1].by, "a");
}

TEST(SafeEdits, TakeAFixWholeOrNotAtAll) {
    const auto edits =
        chosen({with_fix(true, {{{4, 6}, "a"}}), with_fix(true, {{{0, 1}, "b"}, {{5, 6}, "c"}})});
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(edits[0].by, "a");
}

TEST(SafeEdits, DoNotPutTwoInsertionsIntoOnePlace) {
    EXPECT_EQ(chosen({with_fix(true, {{{3, 3}, "a"}}), with_fix(true, {{{3, 3}, "b"}})}).size(),
              1U);
}

TEST(ApplyEdits, ReplacesInsertsAndDeletes) {
    const std::vector<Finding::Edit> edits{{{0, 0}, ">"}, {{1, 2}, ""}, {{3, 4}, "DD"}};
    EXPECT_EQ(apply_edits("abcd\r\n", edits), ">acDD\r\n");
}

TEST(ApplyEdits, SortsThemAndLeavesOutWhatOverlaps) {
    const std::vector<Finding::Edit> edits{{{3, 4}, "D"}, {{0, 2}, "AB"}, {{1, 3}, "x"}};
    EXPECT_EQ(apply_edits("abcd", edits), "ABcD");
}

TEST(ComposeEdits, IsOneEditAfterTheOther) {
    std::mt19937 source(3);
    const auto random = [&] { return static_cast<std::uint32_t>(source()); };
    const auto some = [&](std::size_t size) {
        std::vector<Finding::Edit> edits;
        for (std::uint32_t at = random() % 5; at + 4 < size; at += 1 + random() % 9) {
            const std::uint32_t end = at + random() % 4;
            edits.push_back(
                {{at, end}, std::string(random() % 3, static_cast<char>('A' + random() % 26))});
            at = end;
        }
        return edits;
    };
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (unsigned i = 0; i < 40; ++i) text += static_cast<char>('a' + random() % 26);
        const auto first = some(text.size());
        const std::string middle = apply_edits(text, first);
        const auto then = some(middle.size());
        ASSERT_EQ(apply_edits(text, compose_edits(first, then)), apply_edits(middle, then)) << text;
    }
}

TEST(UnifiedDiff, ShowsLinesAndContext) {
    const std::vector<Finding::Edit> edits{{{4, 5}, "X"}};
    EXPECT_EQ(unified_diff("a\nb\nc\nd\ne\n", {}, "n"), "");
    EXPECT_EQ(unified_diff("a\nb\nc\nd\ne\n", edits, "n"),
              "--- a/n\n+++ b/n\n@@ -1,5 +1,5 @@\n a\n b\n-c\n+X\n d\n e\n");
}

TEST(UnifiedDiff, IsWhatPatchUnderstands) {
    if (std::system("patch --version > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "skipped: patch is not installed";
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "gouji-diff-test";
    fs::create_directories(folder);
    std::mt19937 source(7);
    const auto random = [&] { return static_cast<std::uint32_t>(source()); };
    for (int round = 0; round < 60; ++round) {
        std::string text;
        for (unsigned line = 0; line < 5 + random() % 40; ++line)
            text += "line " + std::to_string(random() % 90) + (random() % 4 == 0 ? "\n\n" : "\n");
        if (round % 3 == 0) text.pop_back();
        std::vector<Finding::Edit> edits;
        for (std::uint32_t at = random() % 9; at + 3 < text.size(); at += 1 + random() % 60) {
            const std::uint32_t end = at + random() % 3;
            edits.push_back({{at, end},
                             random() % 5 == 0   ? "new\nline"
                             : random() % 2 == 0 ? ""
                                                 : "z"});
            at = end;
        }
        const std::string name = (folder / "t").string();
        std::ofstream(name, std::ios::binary) << text;
        const std::string diff = unified_diff(text, edits, "t");
        std::ofstream(name + ".diff", std::ios::binary) << diff;
        if (!diff.empty()) {
            ASSERT_EQ(std::system(("patch -s " + name + " " + name + ".diff").c_str()), 0)
                << round << "\n"
                << diff;
        }
        std::ifstream in(name, std::ios::binary);
        ASSERT_EQ((std::string{std::istreambuf_iterator<char>(in), {}}), apply_edits(text, edits))
            << round << "\n"
            << diff;
    }
    fs::remove_all(folder);
}

}  // namespace
}  // namespace gouji
