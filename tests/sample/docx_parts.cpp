#include "sample/docx_parts.hpp"

#include <string_view>

#include "sample/stored_zip.hpp"

namespace gouji::sample {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string namespaces() {
    return "xmlns:w=\"" + std::string(word) + "\" xmlns:r=\"" + std::string(office) +
           "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
           " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
           " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
           " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
           " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
}

std::string part(const std::string& root, const std::string& content) {
    return std::string(declaration) + "<w:" + root + " " + namespaces() + ">" + content +
           "</w:" + root + ">";
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string out = std::string(declaration) +
                      "<Relationships "
                      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 0;
    for (const auto& [type, target] : targets) {
        out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + type +
               "\" Target=\"" + target + "\"/>";
    }
    return out + "</Relationships>";
}

}  // namespace

namespace docx {

std::string escaped(const std::string& words) {
    std::string out = words;
    replace_all(out, "&", "&amp;");
    replace_all(out, "<", "&lt;");
    replace_all(out, ">", "&gt;");
    return out;
}

std::string run(const std::string& words, const std::string& properties) {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + escaped(words) + "</w:t></w:r>";
}

std::string paragraph(const std::string& runs, const std::string& properties) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs +
           "</w:p>";
}

std::string cell(const std::string& blocks, const std::string& properties) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/>" + properties + "</w:tcPr>" + blocks +
           "</w:tc>";
}

std::string row(const std::string& cells, const std::string& properties) {
    return "<w:tr>" + (properties.empty() ? "" : "<w:trPr>" + properties + "</w:trPr>") + cells +
           "</w:tr>";
}

std::string table(const std::string& rows, int columns) {
    std::string grid;
    for (int i = 0; i < columns; ++i) grid += "<w:gridCol w:w=\"900\"/>";
    return "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>" + grid +
           "</w:tblGrid>" + rows + "</w:tbl>";
}

}  // namespace docx

std::vector<std::pair<std::string, std::string>> docx_entries(const DocxPackageParts& parts) {
    const std::string relation = std::string(office) + "/";
    const std::pair<const char*, const std::string*> known[] = {
        {"styles", &parts.styles},       {"numbering", &parts.numbering},
        {"footnotes", &parts.footnotes}, {"comments", &parts.comments},
        {"settings", &parts.settings},
    };
    std::vector<std::pair<std::string, std::string>> entries, related;
    const std::string main = parts.macros ? "application/vnd.ms-word.document.macroEnabled.main+xml"
                                          : "application/vnd.openxmlformats-officedocument."
                                            "wordprocessingml.document.main+xml";
    std::string types =
        std::string(declaration) +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" +
        main + "\"/>";
    std::vector<std::pair<std::string, std::string>> contents;
    for (const auto& [name, content] : known) {
        if (content->empty()) continue;
        const std::string file = std::string(name) + ".xml";
        types += "<Override PartName=\"/word/" + file +
                 "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                 "wordprocessingml." +
                 name + "+xml\"/>";
        related.emplace_back(relation + name, file);
        contents.emplace_back("word/" + file, part(name, *content));
    }
    std::vector<std::pair<std::string, std::string>> top = {
        {relation + "officeDocument", "word/document.xml"}};
    if (parts.is_signed) {
        top.emplace_back(
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
            "_xmlsignatures/origin.sigs");
    }
    const std::string section = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";
    entries.emplace_back("[Content_Types].xml", types + "</Types>");
    entries.emplace_back("_rels/.rels", relationships(top));
    entries.emplace_back("word/document.xml",
                         part("document", "<w:body>" + parts.body + section + "</w:body>"));
    entries.emplace_back("word/_rels/document.xml.rels", relationships(related));
    entries.insert(entries.end(), contents.begin(), contents.end());
    entries.insert(entries.end(), parts.more.begin(), parts.more.end());
    for (auto& [name, content] : entries) {
        if (parts.strict) {
            replace_all(content, word, "http://purl.oclc.org/ooxml/wordprocessingml/main");
            replace_all(content, office, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        }
        if (parts.prefix != "w" && name == "word/document.xml") {
            replace_all(content, "<w:", "<" + parts.prefix + ":");
            replace_all(content, "</w:", "</" + parts.prefix + ":");
            replace_all(content, " w:", " " + parts.prefix + ":");
            replace_all(content, "xmlns:w=", "xmlns:" + parts.prefix + "=");
        }
        if (parts.byte_order_mark && name == "word/document.xml")
            content = "\xEF\xBB\xBF" + content;
    }
    return entries;
}

std::string docx_package(const DocxPackageParts& parts) { return stored_zip(docx_entries(parts)); }

}  // namespace gouji::sample
