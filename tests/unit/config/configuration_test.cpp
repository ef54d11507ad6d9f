#include "gouji/config/configuration.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

class ConfigurationTest : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() /
                 ("gouji-config-" +
                  std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder);
        fs::create_directories(folder / "乡镇" / "柳河镇");
        length.id = "structure/overview-length";
        length.aliases = {"structure/too-long"};
        length.options.push_back({"limit", {}, std::int64_t{1000}});
        late.id = "dates/late";
    }
    void TearDown() override { fs::remove_all(folder); }

    Result<Configuration> read(const std::string& toml) {
        std::ofstream(folder / "gouji.toml", std::ios::binary) << toml;
        const Page* pages[] = {&length, &late};
        GOUJI_TRY(const auto file, ConfigurationFile::open((folder / "gouji.toml").string()));
        return file.read(std::span<const Page* const>(pages));
    }
    std::string complaint(const std::string& toml) {
        const auto out = read(toml);
        return out ? "" : out.error().en.substr((folder.string() + "/").size());
    }

    fs::path folder;
    Page length;
    Page late;
};

TEST_F(ConfigurationTest, ReadsLevelsAndOptionsByIdAndOlderId) {
    const auto out = read(
        "[rules]\n\"dates/late\" = \"off\"\n\"structure/too-long\" = { level = \"error\", limit = "
        "800 }\n");
    ASSERT_TRUE(out) << out.error().zh;
    ASSERT_EQ(out->layers[0].rules.size(), 2U);
    EXPECT_EQ(out->layers[0].rules[0].rule, 1U);
    EXPECT_EQ(out->layers[0].rules[0].level, Level::off);
    EXPECT_EQ(out->layers[0].rules[1].rule, 0U);
    EXPECT_EQ(out->layers[0].rules[1].options.at("limit"), OptionValue(std::int64_t{800}));
    EXPECT_TRUE(out->layers[0].rules[1].place.ends_with("gouji.toml:3"));
}

TEST_F(ConfigurationTest, AppliesOverridesToTheFilesTheyName) {
    const auto out = read("year = 2023\n[[override]]\nfiles = [\"乡镇/**\"]\nyear = 2022\n");
    ASSERT_TRUE(out) << out.error().zh;
    EXPECT_EQ(out->layers_for((folder / "乡镇/柳河镇/a.txt").string()),
              (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(out->layers_for((folder / "a.txt").string()), (std::vector<std::size_t>{0}));
}

TEST_F(ConfigurationTest, PointsAtWhatIsWrongAndNamesTheNearest) {
    EXPECT_TRUE(complaint("edtion = \"2021\"\n")
                    .starts_with("gouji.toml:1:1: unknown key 'edtion'; did you mean 'edition'?"));
    EXPECT_TRUE(
        complaint("[rules]\n\"dates/lte\" = \"off\"\n")
            .starts_with("gouji.toml:2:1: no rule 'dates/lte'; did you mean 'dates/late'?"));
    EXPECT_TRUE(complaint("[rules]\n\"dates/late\" = \"eror\"\n").find("did you mean 'error'?") !=
                std::string::npos);
    EXPECT_TRUE(complaint("[rules]\n\"structure/overview-length\" = { limt = 3 }\n")
                    .find("did you mean 'limit'?") != std::string::npos);
    EXPECT_TRUE(complaint("[rules]\n\"structure/overview-length\" = { limit = \"3\" }\n")
                    .find("a whole number") != std::string::npos);
    EXPECT_TRUE(complaint("[[suppress]]\nrule = \"dates/late\"\nreason = \" \"\n")
                    .find("may not be empty") != std::string::npos);
    EXPECT_TRUE(
        complaint("[[suppress]]\nrule = \"dates/late\"\n").find("'suppress.reason' is missing") !=
        std::string::npos);
    EXPECT_TRUE(complaint("year = \n").starts_with("gouji.toml:1:"));
}

TEST_F(ConfigurationTest, ReadsSuppressionsWithTheirReason) {
    const auto out = read(
        "[[suppress]]\nrule = \"dates/late\"\nfile = \"乡镇/**\"\nreason = "
        "\"县里统一延期\"\nexpires = 2027-03-31\n");
    ASSERT_TRUE(out) << out.error().zh;
    EXPECT_EQ(out->suppressions[0].expires, "2027-03-31");
    EXPECT_EQ(out->suppressions[0].reason, "县里统一延期");
}

TEST_F(ConfigurationTest, IsFoundUpward) {
    ASSERT_TRUE(read(""));
    EXPECT_EQ(find_configuration((folder / "乡镇/柳河镇").string()),
              (folder / "gouji.toml").string());
    EXPECT_EQ(find_configuration((folder / "乡镇/柳河镇/none.txt").string()),
              (folder / "gouji.toml").string());
}

}  // namespace
}  // namespace gouji
