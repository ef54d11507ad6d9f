#include "gouji/container/container_kind.hpp"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

constexpr auto npos = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                     [](char a, char b) { return a == lower(b); });
}

/// Directory names of OLE files are UTF-16.
bool has_wide(std::string_view bytes, std::string_view ascii) {
    std::string wide;
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != npos;
}

ContainerKind kind_of_ole(std::string_view bytes) {
    if (has_wide(bytes, "EncryptedPackage")) return ContainerKind::encrypted_office;
    return has_wide(bytes, "WordDocument") ? ContainerKind::word_binary : ContainerKind::other_ole;
}

/// By names of entries, which stand in the bytes as they are. A Word document comes first: charts
/// and objects embed whole workbooks and other documents in it.
ContainerKind kind_of_zip(std::string_view bytes) {
    if (bytes.find("word/document") != npos) return ContainerKind::docx;
    if (bytes.find("application/vnd.oasis.opendocument") != npos)
        return ContainerKind::open_document;
    if (bytes.find("OFD.xml") != npos) return ContainerKind::ofd;
    for (const std::string_view other : {"xl/workbook", "ppt/presentation"}) {
        if (bytes.find(other) != npos) return ContainerKind::other_zip;
    }
    return bytes.find("[Content_Types].xml") != npos || bytes.find("word/") != npos
               ? ContainerKind::docx
               : ContainerKind::other_zip;
}

bool is_page_name(std::string_view name) {
    for (const std::string_view suffix : {".html", ".htm", ".shtml", ".xhtml"}) {
        if (name.size() > suffix.size() &&
            starts_with_ignoring_case(name.substr(name.size() - suffix.size()), suffix)) {
            return true;
        }
    }
    return false;
}

/// Whether the text begins as a page does; in UTF-16 only a page's name tells.
bool begins_like_page(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty() && std::string_view(" \t\r\n").find(bytes.front()) != npos)
        bytes.remove_prefix(1);
    return starts_with_ignoring_case(bytes, "<!doctype html") ||
           starts_with_ignoring_case(bytes, "<html");
}

}  // namespace

ContainerKind container_kind(std::string_view bytes, std::string_view file_name) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return kind_of_ole(bytes);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return kind_of_zip(bytes);
    if (bytes.starts_with("%PDF-")) return ContainerKind::pdf;
    if (bytes.starts_with("{\\rtf")) return ContainerKind::rtf;
    constexpr std::size_t head = 2048;
    const std::string_view start = bytes.substr(0, head);
    if (start.find("<?mso-application progid=\"Word.Document\"?>") != npos)
        return ContainerKind::word_xml;
    return is_page_name(file_name) || begins_like_page(start) ? ContainerKind::html
                                                              : ContainerKind::text;
}

std::optional<Error> refusal_of(ContainerKind kind) {
    switch (kind) {
        case ContainerKind::text:
        case ContainerKind::docx:
        case ContainerKind::html:
            return std::nullopt;
        case ContainerKind::encrypted_office:
            return Error{"文档设有打开密码，请在 Word 或 WPS 中取消密码后再检查",
                         "the document has a password; remove it in Word or WPS and check again"};
        case ContainerKind::word_binary:
            return Error{"是旧版 .doc 或 .wps 文档，请用 Word 或 WPS 另存为 .docx 再检查",
                         "a .doc or .wps document; save it as .docx in Word or WPS and check that"};
        case ContainerKind::other_ole:
            return Error{"是 Office 旧格式文件，但不是 Word 文档，请用 .docx 检查",
                         "an old Office file but no Word document; check the .docx"};
        case ContainerKind::open_document:
            return Error{"是 .odt 等 OpenDocument 文件，请另存为 .docx 再检查",
                         "an OpenDocument file; save it as .docx and check that"};
        case ContainerKind::other_zip:
            return Error{"是压缩包或其他 Office 文件，不是 Word 文档，请用 .docx 检查",
                         "a ZIP archive or another Office file, not a Word document; check the "
                         ".docx"};
        case ContainerKind::pdf:
            return Error{"是 PDF 文件，表格结构无法可靠读出，请用原 .docx 检查",
                         "a PDF file, whose tables cannot be read reliably; check the original "
                         ".docx"};
        case ContainerKind::ofd:
            return Error{"是 OFD 文件，表格结构无法可靠读出，请用原 .docx 检查",
                         "an OFD file, whose tables cannot be read reliably; check the original "
                         ".docx"};
        case ContainerKind::rtf:
            return Error{"是 .rtf 文档，请用 Word 或 WPS 另存为 .docx 再检查",
                         "an .rtf document; save it as .docx in Word or WPS and check that"};
        case ContainerKind::word_xml:
            return Error{"是 Word XML 文档，请用 Word 或 WPS 另存为 .docx 再检查",
                         "a Word XML document; save it as .docx in Word or WPS and check that"};
    }
    return std::nullopt;
}

}  // namespace gouji
