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
            << "id = \"" << id << "\"\nname = { zh = \"名\" }\nversion = \"1\"\n"
            << more;
        return root / folder;
    }
    LoadedPacks load(const std::vector<fs::path>& folders,
                     const std::vector<std::string>& known = {}) {
        return load_packs(folders, known, root / "installed", "0.1.0");
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
    const auto loaded = load({top, top, root / "middle"}, {"wording"});
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
