#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gouji::sample {

/// WordprocessingML by hand. All of these take and give XML; words are escaped by text().
namespace docx {

std::string escaped(const std::string& words);
/// w:r; `properties` are children of w:rPr.
std::string run(const std::string& words, const std::string& properties = "");
/// w:p; `properties` are children of w:pPr.
std::string paragraph(const std::string& runs, const std::string& properties = "");
std::string cell(const std::string& blocks, const std::string& properties = "");
std::string row(const std::string& cells, const std::string& properties = "");
std::string table(const std::string& rows, int columns);

}  // namespace docx

/// What a package is made of. Empty parts are left out.
struct DocxPackageParts {
    std::string body;       ///< children of w:body
    std::string styles;     ///< children of w:styles
    std::string numbering;  ///< children of w:numbering
    std::string footnotes;  ///< children of w:footnotes
    std::string comments;   ///< children of w:comments
    std::string settings;   ///< children of w:settings
    std::string prefix = "w";
    bool strict = false;
    bool macros = false;  ///< the content type of .docm
    bool byte_order_mark = false;
    bool is_signed = false;
    std::vector<std::pair<std::string, std::string>> more;  ///< further entries
};

/// The entries of the package, names and contents.
std::vector<std::pair<std::string, std::string>> docx_entries(const DocxPackageParts& parts);
/// The bytes of the .docx, nothing in it packed.
std::string docx_package(const DocxPackageParts& parts);

}  // namespace gouji::sample
