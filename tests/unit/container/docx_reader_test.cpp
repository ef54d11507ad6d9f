#include "gouji/container/docx_reader.hpp"

#include <gtest/gtest.h>

#include "awkward.hpp"
#include "sample/stored_zip.hpp"

namespace gouji {
namespace {

std::string why(const Result<DocxDocument>& read) {
    return read ? std::string("read") : read.error().en;
}

class AwkwardPackage : public testing::TestWithParam<Awkward> {};

TEST_P(AwkwardPackage, SaysWhatWordShows) {
    const std::string bytes = sample::docx_package(GetParam().parts);
    const auto read = read_docx(bytes);
    ASSERT_TRUE(read) << why(read);
    EXPECT_EQ(read->extracted.text.view(), GetParam().text);
}

TEST_P(AwkwardPackage, KnowsThePlaceOfEveryByte) {
    const std::string bytes = sample::docx_package(GetParam().parts);
    const auto read = read_docx(bytes);
    ASSERT_TRUE(read) << why(read);
    std::uint32_t at = 0;
    for (const Piece& piece : read->extracted.map.pieces()) {
        EXPECT_EQ(piece.text.begin, at);
        at = piece.text.end;
        const XmlTree& tree = read->parts[piece.part].tree;
        if (piece.kind == PieceKind::bytes) {
            EXPECT_EQ(tree.raw(piece.source.begin, piece.source.end),
                      read->extracted.text.at(piece.text));
        } else if (piece.kind == PieceKind::unit) {
            EXPECT_LT(piece.source.begin, piece.source.end);
        }
    }
    EXPECT_EQ(at, read->extracted.text.view().size());
}

INSTANTIATE_TEST_SUITE_P(Docx, AwkwardPackage, testing::ValuesIn(awkward_packages()),
                         [](const auto& test) { return test.param.name; });

Result<DocxDocument> read_body(const std::string& body, std::string& bytes,
                               Revisions revisions = Revisions::accepted) {
    sample::DocxPackageParts parts;
    parts.body = body;
    bytes = sample::docx_package(parts);
    return read_docx(bytes, revisions);
}

TEST(DocxReader, ReadsTrackedChangesAsRejected) {
    for (const Awkward& awkward : awkward_packages()) {
        if (awkward.name != "tracked") continue;
        const std::string bytes = sample::docx_package(awkward.parts);
        const auto read = read_docx(bytes, Revisions::rejected);
        ASSERT_TRUE(read) << why(read);
        EXPECT_EQ(read->extracted.text.view(), "保留删除移走\n前段\n后段\n一\t1\n二\t2\n\n");
    }
}

TEST(DocxReader, GivesMergedCellsTheirPlaces) {
    for (const Awkward& awkward : awkward_packages()) {
        if (awkward.name != "tables") continue;
        const std::string bytes = sample::docx_package(awkward.parts);
        const auto read = read_docx(bytes);
        ASSERT_TRUE(read) << why(read);
        const Structure::Table& table = read->extracted.structure.tables.at(0);
        EXPECT_EQ(table.rows, 3U);
        EXPECT_EQ(table.columns, 3U);
        ASSERT_EQ(table.cells.size(), 6U);
        EXPECT_EQ(table.cells[0].column_span, 2U);
        EXPECT_EQ(table.cells[1].row_span, 2U);
        EXPECT_EQ(table.cells[1].column, 2U);
        EXPECT_EQ(read->extracted.text.at(table.cells[2].span), "左1\n左2");
        EXPECT_TRUE(empty(table.cells[3].span));
        EXPECT_EQ(table.cells[4].column, 1U);
    }
}

TEST(DocxReader, MarksTheTableOfContents) {
    using namespace sample::docx;
    std::string bytes;
    const auto read = read_body(
        paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o"
                  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                  run("一、总体情况 1")) +
            paragraph(run("二、主动公开 2") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") +
            paragraph(run("正文")),
        bytes);
    ASSERT_TRUE(read) << why(read);
    const auto& lines = read->extracted.structure.lines;
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines[0].boilerplate);
    EXPECT_TRUE(lines[1].boilerplate);
    EXPECT_FALSE(lines[2].boilerplate);
}

TEST(DocxReader, RefusesWhatIsNoWordDocument) {
    using Entries = std::vector<std::pair<std::string, std::string>>;
    const std::string none = sample::stored_zip(Entries{{"a.txt", "x"}});
    EXPECT_NE(why(read_docx(none)).find("no _rels/.rels"), std::string::npos);
    sample::DocxPackageParts parts;
    auto entries = sample::docx_entries(parts);
    std::erase_if(entries, [](const auto& entry) { return entry.first == "word/document.xml"; });
    const std::string empty = sample::stored_zip(entries);
    EXPECT_NE(why(read_docx(empty)).find("no main part"), std::string::npos);
    EXPECT_FALSE(read_docx(""));
}

TEST(DocxReader, KnowsProtectedAndSignedDocuments) {
    sample::DocxPackageParts parts;
    parts.body = "<w:p/>";
    parts.settings = "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>";
    parts.is_signed = true;
    const std::string bytes = sample::docx_package(parts);
    const auto read = read_docx(bytes);
    ASSERT_TRUE(read) << why(read);
    EXPECT_TRUE(read->is_protected);
    EXPECT_TRUE(read->package.parts().is_signed);
}

}  // namespace
}  // namespace gouji
