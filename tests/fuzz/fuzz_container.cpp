// Packages and pages: whatever the bytes, reading must not crash, and every piece must lie in its
// source. What begins as a ZIP archive is taken for one; what begins as WordprocessingML for the
// main part of a .docx, which is put into a sound archive so that the XML is reached; all else for
// a page.
#include "gouji/container/docx_reader.hpp"
#include "gouji/container/docx_writer.hpp"
#include "gouji/container/html_reader.hpp"

#include <string>

#include "fuzz/target.hpp"
#include "sample/docx_parts.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"
#include "sample/stored_zip.hpp"

namespace {

using namespace gouji;

using fuzz::demand;

void check_structure(const Extracted& extracted) {
    const auto size = static_cast<std::uint32_t>(extracted.text.view().size());
    for (const Structure::Line& line : extracted.structure.lines) {
        demand(line.span.begin <= line.span.end && line.span.end <= size, "a line is in the text");
    }
    for (const Structure::Table& table : extracted.structure.tables) {
        for (const Structure::Cell& cell : table.cells) {
            demand(contains(table.span, cell.span), "a cell is in its table");
            demand(cell.column + cell.column_span <= table.columns, "a cell is in its columns");
        }
    }
}

template <class Source>
void check_pieces(const Extracted& extracted, const Source& source) {
    std::uint32_t at = 0;
    for (const Piece& piece : extracted.map.pieces()) {
        demand(piece.text.begin == at, "pieces follow one another");
        at = piece.text.end;
        if (piece.kind != PieceKind::bytes) continue;
        const std::string_view bytes = source(piece.part);
        demand(piece.source.end <= bytes.size(), "a piece is in its source");
        demand(
            bytes.substr(piece.source.begin, size(piece.source)) == extracted.text.at(piece.text),
            "a piece has the bytes of its source");
    }
    demand(at == extracted.text.view().size(), "pieces cover the text");
}

void docx(const std::string& bytes) {
    const auto read = read_docx(bytes);
    if (!read) return;
    check_structure(read->extracted);
    check_pieces(read->extracted,
                 [&](std::uint16_t part) { return read->parts[part].tree.bytes(); });
    DocxChanges changes;
    changes.author = "gouji";
    changes.date = "2026-01-01T00:00:00Z";
    const auto size = static_cast<std::uint32_t>(read->extracted.text.view().size());
    changes.comments = {{{size / 3, size / 2}, "一", "错"}, {{size / 2, size / 2}, "二", "错"}};
    (void)annotate_docx(bytes, changes);  // refused or verified by reading it again
}

void html(const std::string& bytes) {
    const ReportWords words{[](std::string_view line) { return line.starts_with("一、"); },
                            [](std::string_view cell) { return cell == "规章"; }};
    const auto read = read_html(bytes, "", words);
    if (!read) return;
    check_structure(read->extracted);
    check_pieces(read->extracted, [&](std::uint16_t) { return read->page.view(); });
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    using namespace sample;
    const Report report = make_report(number % 10);
    if (number % 6 == 0) return render(report, Layout::html_noisy);
    std::string package = render(report, Layout::docx_numbered);
    if (number % 6 == 1) return package;
    // The main part, in which nothing is packed.
    const std::size_t begin = package.find("<w:document");
    return package.substr(begin, package.find("</w:document>") + 13 - begin);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        docx(bytes);
    } else if (bytes.find("<w:") < 200) {
        auto entries = sample::docx_entries({});
        for (auto& [name, content] : entries) {
            if (name == "word/document.xml") content = bytes;
        }
        docx(sample::stored_zip(entries));
    } else {
        html(bytes);
    }
    return 0;
}
