#include "gouji/container/container_kind.hpp"

#include <string>

#include <gtest/gtest.h>

#include "sample/docx_parts.hpp"

namespace gouji {
namespace {

/// OLE files hold names in UTF-16.
std::string ole(const std::string& name) {
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : name) out += std::string{c, '\0'};
    return out;
}

TEST(ContainerKind, IsKnownByTheFirstBytes) {
    EXPECT_EQ(container_kind(sample::docx_package({}), "a"), ContainerKind::docx);
    EXPECT_EQ(container_kind(ole("EncryptedPackage"), "a.docx"), ContainerKind::encrypted_office);
    EXPECT_EQ(container_kind(ole("WordDocument"), "a.docx"), ContainerKind::word_binary);
    EXPECT_EQ(container_kind(ole("Workbook"), "a.xls"), ContainerKind::other_ole);
    EXPECT_EQ(container_kind("%PDF-1.7", "a.txt"), ContainerKind::pdf);
    EXPECT_EQ(container_kind("{\\rtf1", "a.doc"), ContainerKind::rtf);
    EXPECT_EQ(container_kind("PK\x03\x04…OFD.xml", "a.ofd"), ContainerKind::ofd);
    // A chart in a Word document embeds a whole workbook.
    EXPECT_EQ(container_kind("PK\x03\x04…xl/workbook.xml…word/document.xml", "a.docx"),
              ContainerKind::docx);
    EXPECT_EQ(container_kind("PK\x03\x04…xl/workbook.xml", "a.xlsx"), ContainerKind::other_zip);
    EXPECT_EQ(container_kind("<?xml version=\"1.0\"?><?mso-application "
                             "progid=\"Word.Document\"?>",
                             "a.xml"),
              ContainerKind::word_xml);
}

TEST(ContainerKind, TakesPagesByTheirNameOrTheirStart) {
    EXPECT_EQ(container_kind("<p>", "a.HTM"), ContainerKind::html);
    EXPECT_EQ(container_kind("\xEF\xBB\xBF \n<!DOCTYPE HTML>", "a.txt"), ContainerKind::html);
    EXPECT_EQ(container_kind("正文", "a.txt"), ContainerKind::text);
    EXPECT_EQ(container_kind("", ""), ContainerKind::text);
}

TEST(ContainerKind, SaysWhatToDoInsteadInBothLanguages) {
    for (const ContainerKind kind :
         {ContainerKind::encrypted_office, ContainerKind::word_binary, ContainerKind::other_ole,
          ContainerKind::open_document, ContainerKind::other_zip, ContainerKind::pdf,
          ContainerKind::ofd, ContainerKind::rtf, ContainerKind::word_xml}) {
        const auto refusal = refusal_of(kind);
        ASSERT_TRUE(refusal);
        EXPECT_NE(refusal->zh.find("检查"), std::string::npos);
        EXPECT_NE(refusal->en.find("check"), std::string::npos);
    }
    EXPECT_FALSE(refusal_of(ContainerKind::docx));
}

}  // namespace
}  // namespace gouji
