#include "gouji/pack/load_packs.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

class LoadPacks : public testing::Test {
protected:
    void SetUp() override {
        root = fs::temp_directory_path() /
               ("gouji-packs-" +
                std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(root);
    }
    void TearDown() override { fs::remove_all(root); }

    fs::path pack(const fs::path& folder, const std::string& id, const std::string& more = "") {
        fs::create_directories(root / folder);
        std::ofstream(root / folder / "pack.toml")
            << "id = \"" << id << "\"\nname = { zh = \"名\" }\nversion = \"1.2.3\"\n"
            << more;
        return root / folder;
    }
    LoadedPacks load(const std::vector<fs::path>& folders,
                     const std::map<std::string, std::string>& known = {},
                     const std::string& range = {}) {
        std::vector<PackRequest> requests;
        for (const fs::path& folder : folders)
            requests.push_back({folder, {folder.filename().string(), range}, "gouji.toml:1"});
        const std::vector<fs::path> stores{root / "own", root / "installed"};
        return load_packs(requests, known, stores, "0.1.0");
    }
    static std::vector<std::string> ids(const LoadedPacks& loaded) {
        std::vector<std::string> out;
        for (const Pack& one : loaded.packs) out.push_back(one.id);
        return out;
    }

    fs::path root;
    using Ids = std::vector<std::string>;
};

TEST_F(LoadPacks, WhatIsRequiredComesFirstAndOnce) {
    pack("installed/base", "base");
    pack("middle", "middle", "requires = [\"base\"]\n");
    const auto top = pack("top", "top", "requires = [\"middle\", \"base\", \"wording\"]\n");
    const auto loaded = load({top, top, root / "middle"}, {{"wording", "1.0.0"}});
    EXPECT_EQ(ids(loaded), (Ids{"base", "middle", "top"}));
    EXPECT_TRUE(loaded.refused.empty());
}

TEST_F(LoadPacks, OnesBesideGoBeforeInstalledOnes) {
    pack("installed/base", "base", "region = \"installed\"\n");
    pack("base", "base", "region = \"beside\"\n");
    const auto loaded = load({pack("top", "top", "requires = [\"base\"]\n")});
    ASSERT_EQ(loaded.packs.size(), 2U);
    EXPECT_EQ(loaded.packs[0].region, "beside");
}

TEST_F(LoadPacks, TheUsersOwnGoBeforeThoseOfTheMachine) {
    pack("installed/base", "base", "region = \"machine\"\n");
    pack("own/base", "base", "region = \"own\"\n");
    const auto loaded = load({pack("folder/top", "top", "requires = [\"base\"]\n")});
    ASSERT_EQ(loaded.packs.size(), 2U);
    EXPECT_EQ(loaded.packs[0].region, "own");
}

TEST_F(LoadPacks, APackOfAnotherVersionIsNotUsed) {
    pack("base", "base");
    const auto top = pack("top", "top", "requires = [\"base@^1.3\", \"wording@<1\"]\n");
    const auto loaded = load({top}, {{"wording", "1.0.0"}});
    EXPECT_EQ(ids(loaded), Ids{"top"});
    ASSERT_EQ(loaded.refused.size(), 2U);
    EXPECT_NE(loaded.refused[0].en.find("top/pack.toml:4:12: pack base ^1.3 is wanted; the one in"),
              std::string::npos)
        << loaded.refused[0].en;
    EXPECT_NE(loaded.refused[0].en.find("is 1.2.3"), std::string::npos);
    EXPECT_NE(loaded.refused[1].en.find("pack wording <1 is wanted"), std::string::npos);

    EXPECT_EQ(ids(load({root / "base"}, {}, "^1.2")), Ids{"base"});
    const auto other = load({root / "base"}, {}, "^2");
    EXPECT_TRUE(other.packs.empty());
    ASSERT_EQ(other.refused.size(), 1U);
    EXPECT_EQ(other.refused[0].en.find("gouji.toml:1: pack base ^2"), 0U);
    EXPECT_NE(load({root / "base"}, {}, "one")
                  .refused[0]
                  .en.find("cannot compare version '1.2.3' of pack 'base' with the range 'one'"),
              std::string::npos);
}

TEST_F(LoadPacks, NamesACycleAndGoesOn) {
    const auto a = pack("a", "a", "requires = [\"b\"]\n");
    pack("b", "b", "requires = [\"a\"]\n");
    const auto loaded = load({a});
    EXPECT_EQ(ids(loaded), (Ids{"b", "a"}));
    ASSERT_EQ(loaded.refused.size(), 1U);
    EXPECT_NE(loaded.refused[0].en.find("b/pack.toml:4:12: packs require each other: a → b → a"),
              std::string::npos)
        << loaded.refused[0].en;
}

TEST_F(LoadPacks, NamesWhatIsMissingBrokenOrCalledOtherwise) {
    pack("b", "c");
    pack("broken", "broken", "regoin = \"x\"\n");
    const auto a = pack("a", "a", "requires = [\"b\", \"none\", \"broken\"]\n");
    const auto loaded = load({a});
    EXPECT_EQ(ids(loaded), (Ids{"c", "a"}));
    ASSERT_EQ(loaded.refused.size(), 3U);
    EXPECT_NE(loaded.refused[0].en.find("is called 'c', not 'b'"), std::string::npos);
    EXPECT_NE(loaded.refused[1].en.find("no pack 'none'"), std::string::npos);
    EXPECT_NE(loaded.refused[2].en.find("unknown key 'regoin'"), std::string::npos);
}

TEST_F(LoadPacks, StopsAtRequirementsWithoutEnd) {
    for (int i = 0; i < 100; ++i)
        pack("p" + std::to_string(i), "p" + std::to_string(i),
             "requires = [\"p" + std::to_string(i + 1) + "\"]\n");
    const auto loaded = load({root / "p0"});
    EXPECT_EQ(loaded.packs.size(), 32U);
    ASSERT_EQ(loaded.refused.size(), 1U);
    EXPECT_NE(loaded.refused[0].en.find("more than 32 deep"), std::string::npos);
}

}  // namespace
}  // namespace gouji
