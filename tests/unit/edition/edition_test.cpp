#include "gouji/edition/edition.hpp"

#include "gouji/edition/compiled_edition.hpp"
#include <gouji/abi.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace {

using gouji::Edition;

const std::string folder = std::string(GOUJI_ROOT) + "/rules/editions";

std::string file_of(const std::string& id) {
    std::ifstream in(folder + "/" + id + ".toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = file_of("2021");
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string error_of(const std::string& toml) {
    const auto edition = gouji::parse_edition(toml, "e.toml");
    return edition ? "no error" : edition.error().zh;
}

TEST(Editions, are_loaded_in_order) {
    const auto editions = gouji::load_editions(folder);
    ASSERT_TRUE(editions) << editions.error().zh;
    ASSERT_GE(editions->size(), 2U);
    EXPECT_EQ(editions->front().id, "2019");
    for (const Edition& edition : *editions) {
        EXPECT_EQ(edition.chapters.size(), 6U);
        ASSERT_EQ(edition.forms.size(), 3U);
        EXPECT_FALSE(edition.sample.empty());
        EXPECT_EQ(edition.forms[1].rows.size(), edition.id == "2019" ? 23U : 25U);
        for (const Edition::Form& form : edition.forms) {
            for (const Edition::Row& row : form.rows) EXPECT_FALSE(row.columns.empty()) << row.key;
        }
    }
}

TEST(Editions, change_and_amount_are_their_own_types) {
    const auto edition = gouji::parse_edition(file_of("2019"), "2019.toml");
    ASSERT_TRUE(edition);
    const auto& rows = edition->forms[0].rows;
    EXPECT_EQ(rows[2].columns[1].type, static_cast<std::uint32_t>(GOUJI_FIELD_TYPE_CHANGE));
    EXPECT_EQ(rows.back().columns[1].type, static_cast<std::uint32_t>(GOUJI_FIELD_TYPE_AMOUNT));
    EXPECT_EQ(rows.back().columns[0].type, static_cast<std::uint32_t>(GOUJI_FIELD_TYPE_COUNT));
}

TEST(Editions, an_equation_is_read_with_its_relation) {
    const auto edition = gouji::parse_edition(file_of("2021"), "2021.toml");
    ASSERT_TRUE(edition);
    const auto& bound = edition->identities.back();
    EXPECT_EQ(bound.id, "stock-bound");
    EXPECT_EQ(bound.relation, static_cast<std::uint32_t>(GOUJI_RELATION_AT_MOST));
    ASSERT_EQ(bound.left.size(), 1U);
    EXPECT_EQ(bound.left[0].key, "issued");
    ASSERT_EQ(bound.right.size(), 2U);
    EXPECT_TRUE(bound.along_rows);
    EXPECT_EQ(bound.only.size(), 2U);
}

TEST(Editions, a_wrong_value_is_named_with_its_place_and_the_right_one) {
    const std::string unknown = error_of(with("natural + enterprise", "natural + entreprise"));
    EXPECT_EQ(unknown.rfind("e.toml:", 0), 0U) << unknown;
    EXPECT_NE(unknown.find("entreprise"), std::string::npos);
    EXPECT_NE(unknown.find("“enterprise”"), std::string::npos) << unknown;
    EXPECT_NE(error_of(with("group = \"denied\"", "group = \"denid\"")).find("“denied”"),
              std::string::npos);
}

TEST(Editions, an_unknown_key_is_an_error) {
    const std::string what = error_of(with("ordinal = 3", "ordinl = 3"));
    EXPECT_NE(what.find("“chapters.ordinl”"), std::string::npos) << what;
    EXPECT_NE(what.find("“ordinal”"), std::string::npos) << what;
}

TEST(Editions, broken_toml_is_named_with_its_place) {
    EXPECT_EQ(error_of("id = \"2030\"\nfrom = = 1\n").rfind("e.toml:2:", 0), 0U);
    EXPECT_NE(
        error_of(with("equation = \"new + carried_in =", "equation = \"new + carried_in + =")),
        "no error");
    EXPECT_NE(error_of(with("from = 2021", "from = \"2021\"")), "no error");
}

TEST(Editions, an_empty_folder_is_an_error) {
    const auto nowhere = std::filesystem::path(GOUJI_BUILD) / "no-such-folder";
    const auto editions = gouji::load_editions(nowhere.string());
    ASSERT_FALSE(editions);
    EXPECT_NE(editions.error().zh.find("no-such-folder"), std::string::npos);
}

TEST(Editions, are_the_same_when_compiled) {
    for (const std::string id : {"2019", "2021"}) {
        const auto edition = gouji::parse_edition(file_of(id), id + ".toml");
        ASSERT_TRUE(edition);
        const std::string record = gouji::compile_edition(*edition);
        const auto again = gouji::compiled_edition(record);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->id, id);
        EXPECT_EQ(gouji::compile_edition(*again), record);
        EXPECT_FALSE(gouji::compiled_edition(record.substr(0, record.size() - 1)));
        EXPECT_FALSE(gouji::compiled_edition(record + "0"));
    }
}

TEST(Editions, a_file_that_has_changed_is_parsed) {
    const auto edition = gouji::parse_edition(file_of("2021"), "2021.toml");
    ASSERT_TRUE(edition);
    Edition other = *edition;
    other.sample = "compiled";
    const std::string record = gouji::compile_edition(other);
    const auto sample = [&](const std::string& known_toml) {
        const gouji::KnownEdition known{known_toml, record};
        const auto loaded = gouji::load_editions(folder, {&known, 1});
        return loaded ? loaded->back().sample : loaded.error().zh;
    };
    EXPECT_EQ(sample(file_of("2021")), "compiled");
    EXPECT_EQ(sample(file_of("2021") + "\n"), edition->sample);
}

}  // namespace
