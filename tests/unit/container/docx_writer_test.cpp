#include "gouji/container/docx_writer.hpp"

#include "gouji/container/docx_reader.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "awkward.hpp"
#include "sample/docx_parts.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"
#include "sample/stored_zip.hpp"

namespace gouji {
namespace {

using namespace sample::docx;

DocxChanges changes_by_us() {
    DocxChanges out;
    out.author = "gouji";
    out.date = "2026-01-01T00:00:00Z";
    return out;
}

std::string text_of(const std::string& bytes, Revisions revisions = Revisions::accepted) {
    const auto read = read_docx(bytes, revisions);
    return read ? std::string(read->extracted.text.view()) : "cannot be read: " + read.error().en;
}

std::string part_of(const std::string& bytes, std::string_view name) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive || archive->find(name) == nullptr) return {};
    return archive->read(*archive->find(name), 1U << 24U).value_or("");
}

Span find(const std::string& bytes, std::string_view words) {
    const std::string text = text_of(bytes);
    const std::size_t at = text.find(words);
    return at == std::string::npos ? Span{} : span_of(at, at + words.size());
}

std::string package_of(const std::string& body) {
    sample::DocxPackageParts parts;
    parts.body = body;
    return sample::docx_package(parts);
}

TEST(DocxWriter, PutsACommentOnExactlyTheWords) {
    const std::string bytes = package_of(paragraph(run("本年收到申请", "<w:b/>") + run("12件。")));
    DocxChanges changes = changes_by_us();
    changes.comments = {{find(bytes, "申请12件"), "错误\n应为13件", "错"}};
    const auto written = annotate_docx(bytes, changes);
    ASSERT_TRUE(written) << written.error().en;
    EXPECT_NE(part_of(written->bytes, "word/document.xml")
                  .find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">本年收到</w:t></w:r>"
                        "<w:commentRangeStart w:id=\"1\"/><w:r><w:rPr><w:b/></w:rPr>"
                        "<w:t xml:space=\"preserve\">申请</w:t></w:r><w:r>"
                        "<w:t xml:space=\"preserve\">12件</w:t></w:r><w:commentRangeEnd "
                        "w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r><w:r>"
                        "<w:t xml:space=\"preserve\">。</w:t></w:r>"),
              std::string::npos);
    const std::string comments = part_of(written->bytes, "word/comments.xml");
    EXPECT_NE(comments.find("w:author=\"gouji\""), std::string::npos);
    EXPECT_NE(comments.find("应为13件"), std::string::npos);
    EXPECT_EQ(text_of(written->bytes), text_of(bytes));
}

TEST(DocxWriter, WritesAnEditAsATrackedChange) {
    const std::string bytes = package_of(paragraph(run("共计12件件。", "<w:i/>")));
    DocxChanges changes = changes_by_us();
    changes.edits = {{find(bytes, "件件"), "件"}};
    const auto written = annotate_docx(bytes, changes);
    ASSERT_TRUE(written) << written.error().en;
    EXPECT_TRUE(written->refused_edits.empty());
    EXPECT_EQ(text_of(written->bytes), "共计12件。\n");
    EXPECT_EQ(text_of(written->bytes, Revisions::rejected), "共计12件件。\n");
}

TEST(DocxWriter, CommentsOnABlankCellInThatCell) {
    const std::string bytes = package_of(
        table(row(cell(paragraph(run("甲"))) + cell("<w:p/>") + cell(paragraph(run("乙")))), 3));
    const auto read = read_docx(bytes);
    ASSERT_TRUE(read);
    DocxChanges changes = changes_by_us();
    changes.comments = {{read->extracted.structure.tables[0].cells[1].span, "不应为空", "错"}};
    const auto written = annotate_docx(bytes, changes);
    ASSERT_TRUE(written) << written.error().en;
    EXPECT_NE(part_of(written->bytes, "word/document.xml")
                  .find("<w:p><w:commentRangeStart w:id=\"1\"/><w:commentRangeEnd w:id=\"1\"/>"
                        "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"),
              std::string::npos);
}

TEST(DocxWriter, RefusesToEditWhatWordMakes) {
    for (const Awkward& awkward : awkward_packages()) {
        if (awkward.name != "numbers" && awkward.name != "field") continue;
        const std::string bytes = sample::docx_package(awkward.parts);
        DocxChanges changes = changes_by_us();
        changes.edits = {{find(bytes, awkward.name == "field" ? "12" : "一、"), "二、"}};
        const auto written = annotate_docx(bytes, changes);
        ASSERT_TRUE(written) << written.error().en;
        EXPECT_EQ(written->refused_edits, std::vector<std::size_t>{0}) << awkward.name;
    }
}

TEST(DocxWriter, RefusesAnEditAcrossParagraphs) {
    const std::string bytes = package_of(paragraph(run("前")) + paragraph(run("后")));
    DocxChanges changes = changes_by_us();
    changes.edits = {{find(bytes, "前\n后"), "前后"}};
    const auto written = annotate_docx(bytes, changes);
    ASSERT_TRUE(written) << written.error().en;
    EXPECT_EQ(written->refused_edits.size(), 1U);
    EXPECT_EQ(text_of(written->bytes), "前\n后\n");
}

TEST(DocxWriter, WritesIntoNoProtectedOrSignedDocument) {
    sample::DocxPackageParts parts;
    parts.body = paragraph(run("正文"));
    parts.is_signed = true;
    const auto is_signed = annotate_docx(sample::docx_package(parts), changes_by_us());
    ASSERT_FALSE(is_signed);
    EXPECT_NE(is_signed.error().en.find("signed"), std::string::npos);
    parts.is_signed = false;
    parts.settings = "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>";
    const auto is_protected = annotate_docx(sample::docx_package(parts), changes_by_us());
    ASSERT_FALSE(is_protected);
    EXPECT_NE(is_protected.error().en.find("protected"), std::string::npos);
}

TEST(DocxWriter, ReplacesOurCommentsAndKeepsThoseOfOthers) {
    for (const Awkward& awkward : awkward_packages()) {
        if (awkward.name != "comments") continue;
        const std::string bytes = sample::docx_package(awkward.parts);
        DocxChanges changes = changes_by_us();
        changes.comments = {{find(bytes, "批注之"), "第一次", "错"}};
        const auto first = annotate_docx(bytes, changes);
        ASSERT_TRUE(first) << first.error().en;
        const auto second = annotate_docx(first->bytes, changes);
        ASSERT_TRUE(second) << second.error().en;
        EXPECT_EQ(second->bytes, first->bytes);
        changes.comments.clear();
        const auto without = annotate_docx(first->bytes, changes);
        ASSERT_TRUE(without) << without.error().en;
        const std::string comments = part_of(without->bytes, "word/comments.xml");
        EXPECT_EQ(comments.find("gouji"), std::string::npos);
        EXPECT_NE(comments.find("李四"), std::string::npos);
        const std::string document = part_of(without->bytes, "word/document.xml");
        EXPECT_EQ(document.find("w:id=\"6\""), std::string::npos);
        EXPECT_NE(document.find("<w:commentReference w:id=\"5\"/>"), std::string::npos);
    }
}

/// Random comments and edits that do not overlap, at character boundaries.
DocxChanges random_changes(std::string_view text, std::mt19937& random) {
    DocxChanges out = changes_by_us();
    std::vector<std::uint32_t> places;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
            places.push_back(at);
    }
    const auto any = [&](std::size_t below) { return std::size_t{random()} % below; };
    std::vector<std::uint32_t> ends;
    for (int i = 0; i < 8; ++i) ends.push_back(places[any(places.size())]);
    std::ranges::sort(ends);
    const char* const words[] = {"", "改", "a & b", "一\t二", "<新>"};
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
        Span span{ends[i], ends[i + 1]};
        if (any(4) != 0) {  // most edits stay within a few characters
            const auto from = std::ranges::lower_bound(places, span.begin);
            const auto left = static_cast<std::size_t>(places.end() - from) - 1;
            span.end =
                std::min(span.end, from[static_cast<std::ptrdiff_t>(std::min(left, any(6)))]);
        }
        out.edits.push_back({span, words[any(std::size(words))]});
        out.comments.push_back({{places[any(places.size())], span.end}, "批注", "错"});
        Span& comment = out.comments.back().span;
        if (comment.begin > comment.end) std::swap(comment.begin, comment.end);
    }
    return out;
}

/// Entries that an annotation has to change.
bool is_ours(std::string_view name) {
    return name == "word/document.xml" || name == "word/footnotes.xml" ||
           name == "word/comments.xml" || name == "word/_rels/document.xml.rels" ||
           name == "[Content_Types].xml";
}

struct Subject {
    std::string name;
    std::string bytes;
};

/// The awkward packages, and whole reports in each layout of .docx.
std::vector<Subject> subjects() {
    std::vector<Subject> out;
    for (const Awkward& awkward : awkward_packages()) {
        sample::DocxPackageParts parts = awkward.parts;
        parts.more = {{"word/media/image1.png", std::string("\x89PNG\0bytes", 10)}};
        out.push_back({awkward.name, sample::docx_package(parts)});
    }
    for (const sample::Layout layout : sample::office_layouts) {
        if (sample::extension(layout) != ".docx") continue;
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            out.push_back({std::string(sample::name(layout)) + std::to_string(seed),
                           sample::render(sample::make_report(seed), layout)});
        }
    }
    return out;
}

/// Entries that an annotation leaves alone, with their headers, byte for byte.
void expect_others_untouched(const std::string& before, const std::string& after) {
    const auto old_archive = ZipArchive::open(before);
    const auto new_archive = ZipArchive::open(after);
    ASSERT_TRUE(old_archive && new_archive);
    for (const ZipArchive::Entry& entry : old_archive->entries()) {
        const ZipArchive::Entry* const same = new_archive->find(entry.name);
        ASSERT_NE(same, nullptr) << entry.name;
        if (is_ours(entry.name)) continue;
        EXPECT_EQ(after.substr(same->local, same->local_end - same->local),
                  before.substr(entry.local, entry.local_end - entry.local))
            << entry.name;
    }
}

TEST(DocxWriter, AcceptsToTheEditedTextAndRejectsToTheOriginal) {
    std::size_t made = 0, refused = 0;
    for (const auto& [name, bytes] : subjects()) {
        const std::string original = text_of(bytes);
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            SCOPED_TRACE(name + " " + std::to_string(seed));
            std::mt19937 random(seed);
            const DocxChanges changes = random_changes(original, random);
            const auto written = annotate_docx(bytes, changes);
            ASSERT_TRUE(written) << written.error().en;
            refused += written->refused_edits.size();
            made += changes.edits.size() - written->refused_edits.size();
            EXPECT_TRUE(written->refused_comments.empty());
            std::string accepted = original;
            for (std::size_t i = changes.edits.size(); i-- > 0;) {
                if (std::ranges::count(written->refused_edits, i) != 0) continue;
                const auto& [span, replacement] = changes.edits[i];
                accepted.replace(span.begin, size(span), replacement);
            }
            EXPECT_EQ(text_of(written->bytes), accepted);
            EXPECT_EQ(text_of(written->bytes, Revisions::rejected),
                      text_of(bytes, Revisions::rejected));
            expect_others_untouched(bytes, written->bytes);
        }
    }
    EXPECT_GT(made, 900U);
    EXPECT_GT(refused, 0U);
}

TEST(DocxWriter, GivesTheSameBytesAgainForTheSameComments) {
    for (const auto& [name, bytes] : subjects()) {
        std::mt19937 random(7);
        DocxChanges changes = random_changes(text_of(bytes), random);
        changes.edits.clear();
        const auto first = annotate_docx(bytes, changes);
        ASSERT_TRUE(first) << name << ": " << first.error().en;
        const auto second = annotate_docx(first->bytes, changes);
        ASSERT_TRUE(second) << name << ": " << second.error().en;
        EXPECT_EQ(second->bytes, first->bytes) << name;
    }
}

}  // namespace
}  // namespace gouji
