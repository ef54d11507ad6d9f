#include "gouji/sandbox/requests.hpp"

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
        field.printed = raw(text.view().substr(13, 3));
        model.fields = {field, field};
        model.prose = "年报";
        model.joints = {{0, 0, 1}};
    }
    Text text = *Text::of_utf8("年报正文\n甲\t乙\n");
    std::unique_ptr<const Document> document;
    SemanticModel model;
};

TEST(RequestsTest, ADocumentComesBackAsItWasSent) {
    const Sample sample;
    const std::vector<std::uint32_t> numbers{3, 1};
    const auto got =
        read_document_record(document_record(numbers, *sample.document, sample.model), sample.text);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->numbers, numbers);
    EXPECT_EQ(got->document.file_name(), "a.txt");
    EXPECT_EQ(got->document.nodes().size(), sample.document->nodes().size());
    ASSERT_EQ(got->document.tables().size(), 1U);
    EXPECT_EQ(view(got->document.cells()[1].text), "乙");
    EXPECT_EQ(got->document.nodes(GOUJI_KIND_CELL).size(), 2U);
    EXPECT_NE(got->document.serial(), sample.document->serial());
    EXPECT_EQ(view(got->model.summary.agency), "年报");
    EXPECT_EQ(view(got->model.summary.edition), "2021");
    EXPECT_EQ(view(got->model.fields[1].form), "requests");
    EXPECT_EQ(view(got->model.fields[1].printed), "甲");
    EXPECT_EQ(got->model.prose, "年报");
}

TEST(RequestsTest, HalfADocumentIsNone) {
    const Sample sample;
    const std::string whole = document_record({}, *sample.document, sample.model);
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
