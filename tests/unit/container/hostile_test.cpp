#include "gouji/container/docx_reader.hpp"
#include "gouji/container/html_reader.hpp"

#include <chrono>
#include <ctime>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "sample/docx_parts.hpp"
#include "sample/stored_zip.hpp"

namespace gouji {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;
using namespace std::chrono_literals;

std::string times(const std::string& words, std::size_t count) {
    std::string out;
    out.reserve(words.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += words;
    return out;
}

/// A document with this main part instead of a proper one.
std::string with_main(const std::string& xml) {
    Entries entries = sample::docx_entries({});
    for (auto& [name, content] : entries) {
        if (name == "word/document.xml") content = xml;
    }
    return sample::stored_zip(entries);
}

std::string document(const std::string& body) {
    return "<w:document "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
           body + "</w:body></w:document>";
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// The reason why it was refused; also checks that this took no longer than it may, in processor
/// time of this thread, and no more than 64 MiB.
template <class Read>
std::string refusal(const Read& read, std::chrono::milliseconds most = 300ms) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    const auto peak = [] {  // KiB
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    const auto begin = now();
    const auto peak_before = peak();
    const auto result = read();
    if (!sanitized) {  // a sanitizer takes time and memory of its own
        EXPECT_LT(now() - begin, most);
        EXPECT_LT(peak() - peak_before, 64 << 10);
    }
    return result ? std::string("read") : result.error().en;
}
std::string docx_refusal(const std::string& bytes) {
    return refusal([&] { return read_docx(bytes); });
}
std::string html_refusal(const std::string& page, std::chrono::milliseconds most = 300ms) {
    const auto never = [](std::string_view) { return false; };
    return refusal([&] { return read_html(page, "", {never, never}); }, most);
}

void put32(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFFU);
}

TEST(HostileDocx, IsRefusedWhenAnEntryUnpacksToTooMuch) {
    std::string bytes = sample::docx_package({});
    // The declared size, in the directory's record of the first entry.
    const std::size_t record = bytes.find("PK\1\2");
    put32(bytes, record + 24, 300U << 20U);
    EXPECT_NE(docx_refusal(bytes).find("too large"), std::string::npos);
    // A real one: 20 MiB of blanks, packed.
    const std::string plain = sample::docx_package({});
    const auto archive = ZipArchive::open(plain);
    ASSERT_TRUE(archive);
    const auto bomb = archive->rewritten({{"word/document.xml", times(" ", 20U << 20U)}});
    ASSERT_TRUE(bomb);
    EXPECT_LT(bomb->size(), 100'000U);
    EXPECT_NE(docx_refusal(*bomb).find("too large"), std::string::npos);
}

TEST(HostileDocx, IsRefusedWhenTheArchiveContradictsItself) {
    const std::string good = sample::docx_package({});
    const std::size_t first = good.find("PK\1\2");
    const std::size_t second = good.find("PK\1\2", first + 1);

    std::string overlap = good;  // the second entry begins inside of the first
    put32(overlap, second + 42, 4);
    EXPECT_NE(docx_refusal(overlap), "read");

    std::string renamed = good;  // the directory says another name than the local header
    renamed[first + 46] = 'X';
    EXPECT_NE(docx_refusal(renamed), "read");

    std::string corrupt = good;
    corrupt[good.find("<Types")] = '!';
    EXPECT_NE(docx_refusal(corrupt).find("checksum"), std::string::npos);

    std::string encrypted = good;
    encrypted[first + 8] = 1;
    EXPECT_NE(docx_refusal(encrypted).find("encrypted"), std::string::npos);

    Entries twice = sample::docx_entries({});
    twice.push_back(twice.front());
    EXPECT_NE(docx_refusal(sample::stored_zip(twice)).find("one name"), std::string::npos);

    Entries many = sample::docx_entries({});
    for (int i = 0; i < 5000; ++i) many.emplace_back("n" + std::to_string(i), "");
    EXPECT_NE(docx_refusal(sample::stored_zip(many)).find("4096"), std::string::npos);
}

TEST(HostileDocx, IsRefusedWhereverItIsCutOff) {
    const std::string good = sample::docx_package({});
    for (std::size_t size = 0; size < good.size(); size += 7)
        EXPECT_NE(docx_refusal(good.substr(0, size)), "read") << size;
}

TEST(HostileDocx, IsReadOrRefusedWhateverByteIsWrong) {
    sample::DocxPackageParts parts;
    parts.body = sample::docx::paragraph(sample::docx::run("正文"));
    const std::string good = sample::docx_package(parts);
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x55);
        docx_refusal(bad);
    }
}

TEST(HostileDocx, IsRefusedForWhatNoWordWrites) {
    const auto why = [](const std::string& xml) { return docx_refusal(with_main(xml)); };
    EXPECT_NE(why("<!DOCTYPE a [<!ENTITY b \"c\">]>" + document("<w:p/>")).find("document type"),
              std::string::npos);
    EXPECT_NE(why(document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")).find("entity"),
              std::string::npos);
    EXPECT_NE(
        why(document(times("<w:sdt><w:sdtContent>", 300) + times("</w:sdtContent></w:sdt>", 300)))
            .find("too deep"),
        std::string::npos);
    EXPECT_NE(why(document(times("<w:p/>", 1'000'000))).find("too many elements"),
              std::string::npos);
    EXPECT_NE(why(document(std::string("\xFF"))).find("not UTF-8"), std::string::npos);
    EXPECT_NE(why(document("<w:p>")).find("word/document.xml"), std::string::npos);
    std::string attributes, spaces;
    for (int i = 0; i < 2000; ++i) {
        attributes += " a" + std::to_string(i) + "=\"\"";
        spaces += "<w:p xmlns:n" + std::to_string(i) + "=\"u\"/>";
    }
    EXPECT_NE(why(document("<w:p" + attributes + "/>")).find("attributes"), std::string::npos);
    EXPECT_NE(why(document(spaces)).find("namespaces"), std::string::npos);
}

TEST(HostileDocx, DoesNotGrowWithWhatItRepeats) {
    using namespace sample::docx;
    // A note that is cited often is read once; a label is no longer than a label.
    sample::DocxPackageParts parts;
    parts.body = paragraph(times("<w:r><w:footnoteReference w:id=\"2\"/></w:r>", 20'000));
    parts.footnotes =
        "<w:footnote w:id=\"2\">" + paragraph(run(times("注", 10'000))) + "</w:footnote>";
    const std::string noted = sample::docx_package(parts);
    const auto read = read_docx(noted);
    ASSERT_TRUE(read);
    EXPECT_LT(read->extracted.text.view().size(), 40'000U);
}

TEST(HostileDocx, IsRefusedWithTablesThatAreTooWide) {
    using namespace sample::docx;
    const std::string wide = times(cell("<w:p/>", "<w:gridSpan w:val=\"60000\"/>"), 20);
    EXPECT_NE(docx_refusal(with_main(document(table(row(wide), 3)))).find("256 columns"),
              std::string::npos);
}

TEST(HostilePage, IsRefusedWhenItIsTooDeepOrTooLarge) {
    EXPECT_NE(html_refusal("<html>" + times("<div>", 50'000)).find("too deep"), std::string::npos);
    EXPECT_NE(html_refusal("<html>" + times("<DIV class=a>", 50'000)).find("too deep"),
              std::string::npos);
    // End tags that close nothing do not hide the depth.
    EXPECT_NE(html_refusal("<html>" + times("<div></b>", 50'000)).find("too deep"),
              std::string::npos);
    EXPECT_NE(html_refusal("<html>" + times("x", 9U << 20U)).find("8 MiB"), std::string::npos);
    std::string attributes;
    for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i) + "=1";
    EXPECT_NE(html_refusal("<html><p" + attributes + ">"), "read");
}

TEST(HostilePage, EndsWhenTheParserMultipliesElements) {
    // Each paragraph opens again every font element before it: the tree grows with the square.
    std::string fonts;
    for (int i = 0; i < 20'000; ++i) fonts += "<p><font size=" + std::to_string(i) + "></p>";
    EXPECT_NE(html_refusal("<html><body>" + fonts, 5s), "read");
}

TEST(HostilePage, IsRefusedWithTablesThatAreTooWide) {
    const std::string rows = times("<tr>" + times("<td colspan=1000>", 100) + "</tr>", 100);
    EXPECT_NE(html_refusal("<html><table>" + rows + "</table>").find("256 columns"),
              std::string::npos);
}

TEST(HostilePage, IsReadOrRefusedWhereverItIsCutOff) {
    const std::string page =
        "<html><body><p>一、总体情况&nbsp;&#x4E00;&amp;</p><table><tr><td rowspan=2>甲<td>乙</tr>"
        "<tr><td><!-- c --></table><script>var a='</p>';</script></b></html>";
    for (std::size_t size = 0; size < page.size(); ++size) html_refusal(page.substr(0, size));
}

}  // namespace
}  // namespace gouji
