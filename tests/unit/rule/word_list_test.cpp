#include "gouji/rule/word_list.hpp"

#include "gouji/rule/compiled_page.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/toml/reader.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

std::string page_with(const std::string& lists) {
    return "+++\nid = \"a/b\"\nname = { zh = \"名\", en = \"n\" }\n"
           "summary = { zh = \"总\", en = \"s\" }\nlevel = \"note\"\nnative = true\n"
           "[messages.found]\nzh = \"话\"\nen = \"words\"\n" +
           lists + "+++\n";
}

Page parsed(const std::string& lists) {
    auto page = parse_page(page_with(lists), "p.md");
    EXPECT_TRUE(page) << page.error().en;
    return page ? std::move(*page) : Page{};
}

std::string complaint(const std::string& lists) {
    const auto page = parse_page(page_with(lists), "p.md");
    return page ? "" : page.error().en;
}

/// A folder with the shared list own_names.
class SharedLists : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::create_directories(folder_);
        write("own_names",
              "zh = \"自称\"\nen = \"own names\"\nsource = \"ours\"\n"
              "words = [\"我局\", \"我镇\"]\n");
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / (name + ".toml")) << text;
    }

    fs::path folder_;
};

using Localized = std::vector<std::string>;

TEST(WordLists, AreReadInEveryFormAndSortedByName) {
    const Page page = parsed(
        "[lists]\nverbs = [\"公开\", \"答复\"]\nkinds = { words = { \"局\" = \"office\" }, scan = "
        "false }\n"
        "[lists.cutoff]\nzh = \"截止\"\nen = \"cut-off\"\nextend = true\nwords = [\"截至目前\"]\n");
    ASSERT_EQ(page.lists.size(), 3U);
    EXPECT_EQ(page.lists[0].name, "cutoff");
    EXPECT_TRUE(page.lists[0].extend);
    EXPECT_EQ(page.lists[0].about.zh, "截止");
    EXPECT_EQ(page.lists[1].name, "kinds");
    EXPECT_FALSE(page.lists[1].scan);
    EXPECT_EQ(page.lists[1].words, Localized{"局"});
    EXPECT_EQ(page.lists[1].values, Localized{"office"});
    EXPECT_EQ(page.lists[2].words, (Localized{"公开", "答复"}));
    EXPECT_TRUE(page.lists[2].values.empty());
}

TEST(WordLists, SurviveCompilation) {
    const std::string lists =
        "[lists.cutoff]\nzh = \"截止\"\nen = \"cut-off\"\nextend = true\nwords = [\"截至目前\"]\n"
        "[lists.kinds]\nscan = false\nwords = { \"局\" = \"office\" }\n";
    const Page page = parsed(lists);
    const std::string text = page_with(lists);
    const auto again = compiled_page(compile_page(page), text, "p.md");
    ASSERT_TRUE(again);
    ASSERT_EQ(again->lists.size(), 2U);
    EXPECT_EQ(again->lists[0].words, page.lists[0].words);
    EXPECT_EQ(again->lists[0].about.en, "cut-off");
    EXPECT_TRUE(again->lists[0].extend);
    EXPECT_EQ(again->lists[1].values, Localized{"office"});
    EXPECT_FALSE(again->lists[1].scan);
}

TEST(WordLists, WrongOnesAreNamedWithTheirPlace) {
    EXPECT_NE(complaint("[lists]\nBad = [\"公开\"]\n").find("p.md:11:1: "), std::string::npos);
    EXPECT_NE(complaint("[lists]\na = [\"公开\", \"公开\"]\n").find("twice"), std::string::npos);
    EXPECT_NE(complaint("[lists]\na = [\"x\"]\n").find("cannot be found"), std::string::npos);
    EXPECT_NE(complaint("[lists]\na = [\"公 开\"]\n").find("cannot be found"), std::string::npos);
    EXPECT_NE(complaint("[lists]\na = [\"１号\"]\n").find("cannot be found"), std::string::npos);
    EXPECT_NE(complaint("[lists]\na = [\"第 1\"]\n").find("cannot be found"), std::string::npos);
    EXPECT_EQ(complaint("[lists]\na = [\"公开，\", \"open data\"]\n"), "");
    EXPECT_EQ(complaint("[lists]\na = { words = [\"%\"], scan = false }\n"), "");
    EXPECT_NE(complaint("[lists]\na = { words = [\"公开\"], extend = true }\n").find("zh and en"),
              std::string::npos);
    EXPECT_NE(complaint("[lists]\na = { word = [\"公开\"] }\n").find("words"), std::string::npos);
}

TEST_F(SharedLists, AreReadByNameBeforeTheWordsOfThePage) {
    Page page = parsed(
        "[lists]\nnames = \"own_names\"\n"
        "[lists.more]\nlist = \"own_names\"\nwords = [\"本机关\", \"我局\"]\n");
    std::vector<fs::path> files;
    const std::array folders{fs::path("/nowhere"), folder_};
    const auto done = load_shared_lists(page, folders, &files);
    ASSERT_TRUE(done) << done.error().en;
    EXPECT_EQ(page.lists[0].words, (Localized{"我局", "我镇", "本机关"}));
    EXPECT_EQ(page.lists[0].about.en, "own names");
    EXPECT_EQ(page.lists[1].words, (Localized{"我局", "我镇"}));
    EXPECT_EQ(files.size(), 2U);
}

TEST_F(SharedLists, AnUnknownOneNamesTheNearest) {
    Page page = parsed("[lists]\nnames = \"own_name\"\n");
    const auto done = load_shared_lists(page, std::array{folder_});
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().en.find("p.md:11:9: no shared list 'own_name'"), std::string::npos)
        << done.error().en;
    EXPECT_NE(done.error().en.find("did you mean 'own_names'?"), std::string::npos);
}

TEST_F(SharedLists, OneThatSaysNotWhereItComesFromIsRefused) {
    write("own_names", "zh = \"自称\"\nen = \"own names\"\nwords = [\"我局\"]\n");
    Page page = parsed("[lists]\nnames = \"own_names\"\n");
    const auto done = load_shared_lists(page, std::array{folder_});
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().en.find("source"), std::string::npos);
}

std::vector<WordListAddition> additions(const std::string& text) {
    std::vector<WordListAddition> out;
    const auto read = read_toml<int>(text, "g.toml", 1, [&](TomlReader& in) {
        out = read_additions(in);
        return 0;
    });
    EXPECT_TRUE(read) << read.error().en;
    return out;
}

TEST(WordListAdditions, ExtendListsThatThePageOpens) {
    Page page = parsed(
        "[lists.cutoff]\nzh = \"截止\"\nen = \"c\"\nextend = true\n"
        "words = [\"截至目前\"]\n[lists.other]\nwords = [\"目前\"]\n");
    const auto good = additions("lists.cutoff = [\"截至填表时\", \"截至目前\"]");
    EXPECT_FALSE(misfit(page, good.at(0)));
    extend(page.lists, good);
    EXPECT_EQ(page.lists[0].words, (Localized{"截至目前", "截至填表时"}));

    const auto closed = misfit(page, additions("lists.other = [\"如今\"]").at(0));
    ASSERT_TRUE(closed);
    const auto unknown = misfit(page, additions("lists.cutof = [\"如今\"]").at(0));
    ASSERT_TRUE(unknown);
    EXPECT_NE(unknown->en.find("did you mean 'cutoff'?"), std::string::npos);
    EXPECT_TRUE(misfit(page, additions("lists.cutoff = [\"x\"]").at(0)));
    EXPECT_TRUE(misfit(page, additions("lists.cutoff = { \"如今\" = \"now\" }").at(0)));
}

}  // namespace
}  // namespace gouji
