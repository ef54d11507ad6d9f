#include "sample/docx_layout.hpp"

#include <algorithm>
#include <cstddef>

#include "sample/chance.hpp"
#include "sample/docx_parts.hpp"

namespace gouji::sample {
namespace {

constexpr std::string_view looks =
    "<w:rFonts w:eastAsia=\"仿宋_GB2312\" w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/>";

std::string numbering() {
    const auto level = [](int index, const std::string& text) {
        return "<w:lvl w:ilvl=\"" + std::to_string(index) +
               "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>"
               "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"" +
               text + "\"/></w:lvl>";
    };
    return "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "%1、") + level(1, "（%2）") +
           "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
}

class DocxLayout {
public:
    DocxLayout(const Report& report, Layout layout)
        : report_(report),
          split_(layout != Layout::docx),
          numbered_(layout == Layout::docx_numbered),
          wps_(layout == Layout::docx_wps),
          chance_(static_cast<std::uint32_t>(report.year)) {}

    std::string render() {
        DocxPackageParts parts;
        for (const Block& block : report_.blocks)
            parts.body += block.kind == Kind::table ? table(block) : paragraph(block);
        if (numbered_) parts.numbering = numbering();
        return docx_package(parts);
    }

private:
    /// The words in runs of a few characters, between the marks that Word leaves there.
    std::string runs(const std::string& words) {
        if (!split_) return docx::run(words, std::string(looks));
        std::string out;
        for (std::size_t at = 0; at < words.size();) {
            std::size_t end = at;
            for (int characters = 1 + chance_.below(12); characters > 0 && end < words.size();
                 --characters) {
                do ++end;
                while (end < words.size() &&
                       (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U);
            }
            if (chance_.one_in(10)) out += "<w:proofErr w:type=\"spellStart\"/>";
            const std::string run = docx::run(words.substr(at, end - at), std::string(looks));
            out += wps_ && chance_.one_in(12)
                       ? "<w:sdt><w:sdtContent>" + run + "</w:sdtContent></w:sdt>"
                       : run;
            at = end;
        }
        return out;
    }

    /// An indent of typed blanks, and the bookmark of the last edit.
    std::string wps_paragraph(const Block& block) {
        const std::string indent = block.kind == Kind::title ? "" : "　　";
        const std::string mark = chance_.one_in(5)
                                     ? "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>"
                                       "<w:bookmarkEnd w:id=\"0\"/>"
                                     : "";
        return docx::paragraph(docx::run(indent, std::string(looks)) + mark + runs(block.text),
                               "<w:pageBreakBefore w:val=\"0\"/><w:wordWrap/>");
    }

    std::string paragraph(const Block& block) {
        if (wps_) return wps_paragraph(block);
        const bool chapter = block.kind == Kind::chapter;
        if (!numbered_ || (!chapter && block.kind != Kind::part))
            return docx::paragraph(runs(block.text));
        const std::string after = chapter ? "、" : "）";
        const std::string words = block.text.substr(block.text.find(after) + after.size());
        return docx::paragraph(runs(words), "<w:numPr><w:ilvl w:val=\"" +
                                                std::string(chapter ? "0" : "1") +
                                                "\"/><w:numId w:val=\"1\"/></w:numPr>");
    }

    /// What a cell holds; a long label goes on in a second paragraph.
    std::string blocks_of(const Cell& cell) {
        const std::size_t half = cell.text.size() / 6 * 3;
        constexpr std::size_t longest = 8 * 3;  // eight characters
        if (!wps_ || cell.text.size() < longest ||
            static_cast<unsigned char>(cell.text[0]) < 0x80 ||
            (static_cast<unsigned char>(cell.text[half]) & 0xC0U) == 0x80U) {
            return docx::paragraph(cell.text.empty() ? std::string() : runs(cell.text));
        }
        return docx::paragraph(runs(cell.text.substr(0, half))) +
               docx::paragraph(runs(cell.text.substr(half)));
    }

    std::string table(const Block& block) {
        std::string rows;
        int width = 0;
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            std::string cells;
            int column = 0;
            for (const Cell& cell : block.rows[i]) {
                std::string properties;
                if (cell.columns > 1)
                    properties += "<w:gridSpan w:val=\"" + std::to_string(cell.columns) + "\"/>";
                if (cell.covered) {
                    properties +=
                        chance_.one_in(2) ? "<w:vMerge/>" : "<w:vMerge w:val=\"continue\"/>";
                } else if (i + 1 < block.rows.size() && is_covered_at(block.rows[i + 1], column)) {
                    properties += "<w:vMerge w:val=\"restart\"/>";
                }
                cells += docx::cell(blocks_of(cell), properties);
                column += cell.columns;
            }
            width = std::max(width, column);
            rows += docx::row(cells);
        }
        return docx::table(rows, width);
    }

    const Report& report_;
    bool split_;     ///< into many runs
    bool numbered_;  ///< chapters and parts have automatic numbers
    bool wps_;
    Chance chance_;
};

}  // namespace

std::string render_docx(const Report& report, Layout layout) {
    return DocxLayout(report, layout).render();
}

}  // namespace gouji::sample
