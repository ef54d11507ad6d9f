#include "gouji/sandbox/requests.hpp"

#include "gouji/plugin/parts.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

/// A table of one row and a model with one of several kinds of values.
struct Sample {
    Sample() {
        DocumentBuilder builder(text, {0, static_cast<std::uint32_t>(text.view().size())}, "a.txt");
        builder.add(GOUJI_KIND_PARAGRAPH, {0, 12});
        builder.open_table({13, 20});
        builder.open_row({13, 20});
        builder.cell({{13, 16}, 0, 1, 1, GOUJI_CELL_FILLED});
        builder.cell({{17, 20}, 1, 1, 1, GOUJI_CELL_FILLED});
        builder.close_table();
        document = std::make_unique<const Document>(std::move(builder).build());
        model.summary.agency = raw(text.view().substr(0, 6));
        model.summary.edition = raw("2021");
        gouji_field field{};
        field.form = raw("requests");
        field.row = raw("new");
        field.printed = raw(text.view().substr(13, 3));
        model.fields = {field, field};
        model.prose = "年报";
        model.joints = {{0, 0, 1}};
    }
    Text text = *Text::of_utf8("年报正文\n甲\t乙\n");
    std::unique_ptr<const Document> document;
    SemanticModel model;
};

/// What a worker reads of it when it was sent with these parts.
Request sent(const Sample& sample, std::uint32_t parts) {
    const std::vector<std::uint32_t> numbers{3, 1};
    auto out = read_document_record(document_record(numbers, parts, *sample.document, sample.model),
                                    sample.text);
    EXPECT_TRUE(out && out->parts == parts && out->numbers == numbers);
    return std::move(*out);
}

void expect_tables(const Request& got) {
    ASSERT_EQ(got.document.tables().size(), 1U);
    ASSERT_EQ(got.document.cells().size(), 2U);
    EXPECT_EQ(view(got.document.cells()[1].text), "乙");
}
void expect_forms(const Request& got) {
    ASSERT_EQ(got.model.fields.size(), 2U);
    for (const gouji_field& field : got.model.fields) {
        EXPECT_EQ(view(field.form), "requests");
        EXPECT_EQ(view(field.row), "new");
        EXPECT_EQ(view(field.column), "");
        EXPECT_EQ(view(field.printed), "甲");
    }
}

TEST(RequestsTest, ADocumentComesBackAsItWasSent) {
    const Sample sample;
    const auto whole = sent(sample, part::all);
    expect_tables(whole);
    expect_forms(whole);
    const auto bare = sent(sample, 0);
    EXPECT_TRUE(bare.document.tables().empty() && bare.model.fields.empty());
    const auto* const got = &bare;
    EXPECT_EQ(got->document.file_name(), "a.txt");
    EXPECT_EQ(got->document.nodes().size(), sample.document->nodes().size());
    EXPECT_EQ(got->document.nodes(GOUJI_KIND_CELL).size(), 2U);
    EXPECT_NE(got->document.serial(), sample.document->serial());
    EXPECT_EQ(view(got->model.summary.agency), "年报");
    EXPECT_EQ(view(got->model.summary.edition), "2021");
    EXPECT_EQ(got->model.prose, "年报");
}

TEST(RequestsTest, PartsComeWhenTheyAreAskedFor) {
    const Sample sample;
    for (const std::uint32_t first : {part::tables, part::forms}) {
        auto got = sent(sample, first);
        const auto wanted = read_wanted(wanted_record(part::all & ~first));
        ASSERT_TRUE(wanted);
        const std::string parts = parts_record(*wanted, *sample.document, sample.model);
        for (std::size_t size = 0; size < parts.size(); ++size) {
            auto half = sent(sample, first);
            EXPECT_FALSE(read_parts_record(std::string_view(parts).substr(0, size), half));
        }
        EXPECT_TRUE(read_parts_record(parts, got));
        EXPECT_EQ(got.parts, part::all);
        expect_tables(got);
        expect_forms(got);
    }
    for (const std::uint32_t none : {0U, part::all + 1, UINT32_MAX})
        EXPECT_FALSE(read_wanted(wanted_record(none)));
    EXPECT_FALSE(read_wanted(""));
}

TEST(RequestsTest, HalfADocumentIsNone) {
    const Sample sample;
    const std::string whole = document_record({}, part::all, *sample.document, sample.model);
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(read_document_record(std::string_view(whole).substr(0, size), sample.text));
    EXPECT_FALSE(read_document_record(whole, *Text::of_utf8("短")));
}

TEST(RequestsTest, ADeclarationIsBelievedNoFurtherThanItGoes) {
    const std::string page =
        "+++\\nid = \\\"a/one\\\"\\nname = { zh = \\\"名\\\", en = \\\"n\\\" }\\nsummary = { zh = "
        "\\\"总\\\", en = \\\"s\\\" }\\nlevel = \\\"note\\\"\\nnative = "
        "true\\n[messages.found]\\nzh = \\\"甲\\\"\\nen = \\\"a\\\"\\n+++\\n";
    const auto declared = [&](const std::string& rules) {
        return read_declaration(
            R"({"id": "a", "version": "1", "abi": 18446744073709551615, "rules": [)" + rules + "]}",
            "a.gouji");
    };
    const auto one = declared("{\"file\": \"a.md\", \"page\": \"" + page + "\"}");
    ASSERT_TRUE(one);
    ASSERT_TRUE(one->refused.empty()) << one->refused.front().en;
    EXPECT_EQ(one->rules.size(), 1U);
    EXPECT_LT(one->abi_minor, 1000U);
    for (const char* rules : {"7", "[]", "{}", "{\"page\": 7}", "{\"page\": \"+++\"}"}) {
        const auto got = declared(rules);
        EXPECT_TRUE(got && got->rules.empty()) << rules;
    }
    for (const char* payload : {"", "[]", "{}", "{\"id\": 7}", "{\"id\": \"\"}"})
        EXPECT_FALSE(read_declaration(payload, "a.gouji")) << payload;
    EXPECT_EQ(read_declaration(R"({"failed": {"zh": "不", "en": "no"}})", "a").error().en, "no");
}

}  // namespace
}  // namespace gouji
