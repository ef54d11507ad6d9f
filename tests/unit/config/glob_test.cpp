#include "gouji/config/glob.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Glob, HoldsABareNameAgainstTheFileNameAlone) {
    EXPECT_TRUE(glob_matches("*.txt", "乡镇/柳河镇/2023.txt"));
    EXPECT_TRUE(glob_matches("草稿?.txt", "a/草稿1.txt"));
    EXPECT_FALSE(glob_matches("*.txt", "a.txt/b.md"));
}

TEST(Glob, KeepsAStarInsideOneFolder) {
    EXPECT_TRUE(glob_matches("乡镇/*.txt", "乡镇/柳河镇.txt"));
    EXPECT_FALSE(glob_matches("乡镇/*.txt", "乡镇/柳河镇/2023.txt"));
    EXPECT_TRUE(glob_matches("乡镇/*/2023.txt", "乡镇/柳河镇/2023.txt"));
}

TEST(Glob, LetsTwoStarsCrossFoldersOrNone) {
    EXPECT_TRUE(glob_matches("乡镇/**", "乡镇/柳河镇/2023.txt"));
    EXPECT_TRUE(glob_matches("**/2023.txt", "2023.txt"));
    EXPECT_TRUE(glob_matches("**/2023.txt", "a/b/2023.txt"));
    EXPECT_TRUE(glob_matches("a/**/z.txt", "a/z.txt"));
    EXPECT_TRUE(glob_matches("a/**/z.txt", "a/b/c/z.txt"));
    EXPECT_FALSE(glob_matches("a/**/z.txt", "a/bz.txt"));
    EXPECT_FALSE(glob_matches("**/2023.txt", "a/x2023.txt"));
    EXPECT_TRUE(glob_matches("乡镇/", "乡镇/柳河镇/2023.txt"));
}

TEST(Glob, DoesNotGrowBeyondTheProductOfSizes) {
    const std::string path(20000, 'a');
    EXPECT_FALSE(glob_matches("*a*a*a*a*a*a*a*b", path));
}

}  // namespace
}  // namespace gouji
