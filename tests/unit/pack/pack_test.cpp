#include "gouji/pack/pack.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

class PackTest : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() /
                 ("gouji-pack-" +
                  std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    void write(const std::string& name, const std::string& text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    std::string complaint(const std::string& toml) {
        write("pack.toml", toml);
        const auto pack = load_pack(folder.string(), "0.4.2");
        return pack ? "" : pack.error().en.substr((folder.string() + "/").size());
    }

    fs::path folder;
    const std::string good =
        "id = \"here\"\nname = { zh = \"这里\", en = \"here\" }\nversion = \"1.0.0\"\n";
    const std::string page =
        "name = { zh = \"名\", en = \"n\" }\nsummary = { zh = \"总\", en = \"s\" }\n"
        "level = \"note\"\nkind = \"term\"\n[term]\nbanned = [\"不好\"]\n"
        "[messages.found]\nzh = \"话\"\nen = \"words\"\n+++\n";
};

TEST_F(PackTest, IsReadWithItsPagesInTheOrderOfTheirNames) {
    write("b.md", "+++\nid = \"here/b\"\n" + page);
    write("a.md", "+++\nid = \"here/a\"\n" + page);
    write("README.md", "no page");
    write("pack.toml", good +
                           "requires = [\"there\"]\n[[adjust]]\nrule = \"x/y\"\nlevel = "
                           "\"off\"\nreason = \"why\"\n");
    const auto pack = load_pack(folder.string(), "0.4.2");
    ASSERT_TRUE(pack) << pack.error().en;
    ASSERT_EQ(pack->pages.size(), 2U);
    EXPECT_EQ(pack->pages[0].id, "here/a");
    EXPECT_NE(pack->pages[0].message("replace"), nullptr);
    EXPECT_EQ(pack->requires_packs, (std::vector{PackReference{"there", {}}}));
    ASSERT_EQ(pack->adjustments.size(), 1U);
    EXPECT_EQ(pack->adjustments[0].level, Level::off);
    EXPECT_TRUE(pack->adjustments[0].place.ends_with("pack.toml:6"));
}

TEST_F(PackTest, PointsAtWhatIsWrong) {
    EXPECT_TRUE(complaint(good + "regoin = \"x\"\n")
                    .starts_with("pack.toml:4:1: unknown key 'regoin'; did you mean 'region'?"));
    EXPECT_TRUE(complaint("id = \"Here\"\n" + good.substr(good.find('\n') + 1))
                    .starts_with("pack.toml:1:6: an id has"));
    EXPECT_TRUE(complaint("id = \"here\"\nversion = \"1\"\n").find("name = ") != std::string::npos);
    EXPECT_TRUE(complaint(good + "gouji = \"about 1\"\n")
                    .starts_with("pack.toml:4:9: cannot read the range"));
    EXPECT_TRUE(complaint(good + "[[adjust]]\nrule = \"x/y\"\nlevel = \"off\"\n")
                    .find("'adjust.reason' is missing") != std::string::npos);
    EXPECT_TRUE(complaint(good + "[[adjust]]\nrule = \"x/y\"\nreason = \"r\"\n")
                    .find("level, name, options or lists") != std::string::npos);
    EXPECT_TRUE(complaint(good + "[[adjust]]\nrule = \"x/y\"\nlevel = \"eror\"\nreason = \"r\"\n")
                    .find("did you mean 'error'?") != std::string::npos);
}

TEST_F(PackTest, KnowsWhichGoujiItIsFor) {
    for (const char* fits : {">=0.1, <1", ">=0.4.2", "<=0.4.2", ">0.4.1, <0.5", "0.4.2", ""})
        EXPECT_EQ(complaint(good + "gouji = \"" + fits + "\"\n"), "") << fits;
    for (const char* not_for : {">=0.5", "<0.4.2", ">=1, <2"})
        EXPECT_NE(complaint(good + "gouji = \"" + not_for + "\"\n").find("this is 0.4.2"),
                  std::string::npos)
            << not_for;
}

TEST_F(PackTest, RefusesABadPageAlone) {
    write("a.md", "+++\nid = \"there/a\"\n" + page);
    write("b.md", "+++\nid = \"here/b\"\n" + page);
    write("c.md", "# no page\n");
    write("README.en.md", "# no page\n");
    write("pack.toml", good);
    const auto pack = load_pack(folder.string(), "0.4.2");
    ASSERT_TRUE(pack) << pack.error().en;
    ASSERT_EQ(pack->pages.size(), 1U);
    EXPECT_EQ(pack->pages[0].id, "here/b");
    ASSERT_EQ(pack->refused.size(), 2U);
    const auto said = [&](std::size_t i) {
        return pack->refused[i].en.substr((folder.string() + "/").size());
    };
    EXPECT_TRUE(said(0).starts_with("a.md:2:6: the rule's id 'there/a' should begin with 'here/'"));
    EXPECT_TRUE(said(1).starts_with("c.md:1:1: a rule page begins with a line +++"));
}

}  // namespace
}  // namespace gouji
