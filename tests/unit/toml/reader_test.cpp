#include "gouji/toml/reader.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

struct Values {
    std::string text;
    std::int64_t number = 0;
    bool flag = false;
    std::vector<std::string> list;
    std::size_t level = 9;
};

Result<Values> read(std::string_view text, std::uint32_t first_line = 1) {
    return read_toml<Values>(text, "a.toml", first_line, [](TomlReader& root) {
        Values out;
        out.text = root.text("text", "none");
        out.number = root.count("number", 7);
        out.flag = root.boolean("flag", true);
        out.list = root.texts("list");
        out.level = root.one_of("level", {"note", "warning", "error"}, 1);
        return out;
    });
}

std::string error_of(std::string_view text, std::uint32_t first_line = 1) {
    const auto values = read(text, first_line);
    EXPECT_FALSE(values) << text;
    return values ? "" : values.error().en;
}

TEST(TomlReader, ReadsWhatIsThereAndFallsBackWhereItIsNot) {
    const auto values = read("text = \"年报\"\nlist = [\"一\", \"二\"]\nlevel = \"error\"\n");
    ASSERT_TRUE(values) << values.error().en;
    EXPECT_EQ(values->text, "年报");
    EXPECT_EQ(values->number, 7);
    EXPECT_TRUE(values->flag);
    EXPECT_EQ(values->list, (std::vector<std::string>{"一", "二"}));
    EXPECT_EQ(values->level, 2U);
}

TEST(TomlReader, PointsAtFileLineAndColumnAndUnderlinesTheValue) {
    EXPECT_EQ(error_of("text = \"a\"\nnumber = true\n"),
              "a.toml:2:10: 'number' should be a whole number\n"
              "  2 | number = true\n"
              "    |          ^^^^");
}

TEST(TomlReader, CountsLinesFromWhereTheFrontMatterStands) {
    EXPECT_TRUE(error_of("flag = 1\n", 2).starts_with("a.toml:2:8: "));
}

TEST(TomlReader, NamesTheNearestKeyAndTheNearestWord) {
    EXPECT_NE(error_of("nubmer = 1\n").find("did you mean 'number'?"), std::string::npos);
    EXPECT_NE(error_of("level = \"warnin\"\n").find("did you mean 'warning'?"), std::string::npos);
    EXPECT_NE(error_of("zzzzzzzz = 1\n").find("there are: flag, level, list, number, text"),
              std::string::npos);
}

TEST(TomlReader, ReportsNegativeCountsAndListsOfOtherThings) {
    EXPECT_NE(error_of("number = -1\n").find("cannot be negative"), std::string::npos);
    EXPECT_NE(error_of("list = [\"a\", 2]\n").find("a.toml:1:14: "), std::string::npos);
}

TEST(TomlReader, SaysWhichSignAChineseKeyboardWroteInstead) {
    EXPECT_NE(error_of("text = “a”\n").find("“ should be \""), std::string::npos);
    EXPECT_NE(error_of("text ＝ \"a\"\n").find("a.toml:1:6: "), std::string::npos);
}

TEST(TomlReader, KeepsTheFirstErrorAlone) {
    EXPECT_TRUE(error_of("number = \"a\"\nflag = \"b\"\n").starts_with("a.toml:1:10: "));
}

TEST(TomlReader, AMisspeltKeySaysMoreThanTheMissingOne) {
    const auto values = read_toml<std::string>("tetx = \"a\"\n", "a.toml", 1,
                                               [](TomlReader& root) { return root.text("text"); });
    ASSERT_FALSE(values);
    EXPECT_NE(values.error().en.find("unknown key 'tetx'"), std::string::npos) << values.error().en;
}

TEST(TomlReader, GivesTablesWithTheirPathInErrors) {
    const auto values =
        read_toml<std::string>("[term]\nin = 3\n", "a.toml", 1, [](TomlReader& root) {
            auto table = root.table("term");
            std::string out = table ? table->text("in") : "";
            return out;
        });
    ASSERT_FALSE(values);
    EXPECT_NE(values.error().en.find("'term.in' should be text in quotes"), std::string::npos);
}

TEST(TomlReader, KeysKeepTheOrderOfTheFile) {
    const auto keys = read_toml<std::vector<std::string>>("[m.b]\n[m.a]\n[m.c]\n", "a.toml", 1,
                                                          [](TomlReader& root) {
                                                              auto table = root.table("m");
                                                              auto out = table->keys();
                                                              for (const std::string& key : out)
                                                                  (void)table->table(key);
                                                              return out;
                                                          });
    ASSERT_TRUE(keys) << keys.error().en;
    EXPECT_EQ(*keys, (std::vector<std::string>{"b", "a", "c"}));
}

}  // namespace
}  // namespace gouji
