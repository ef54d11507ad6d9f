#pragma once

#include "gouji/container/xml_tree.hpp"
#include "gouji/container/zip_archive.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The parts of an Open Packaging Conventions package that is a Word document, by their names in
/// the archive ("" where there is none). ECMA-376 Part 2.
struct DocxParts {
    std::string main;
    std::string main_relations;
    std::string styles;
    std::string numbering;
    std::string footnotes;
    std::string endnotes;
    std::string settings;
    std::string comments;
    /// Parts that repeat comments' ids: commentsExtended, commentsIds.
    std::vector<std::string> comment_companions;
    std::uint32_t headers = 0;  ///< headers and footers; Word allows no comment there
    bool strict = false;        ///< the names of the strict variant of the standard
    bool is_signed = false;
};

/// A .docx or .docm in memory, and what may still be unpacked of it.
class DocxPackage {
public:
    /// `bytes` outlive the package. Fails when it is no Word document.
    static Result<DocxPackage> open(std::string_view bytes);

    [[nodiscard]] const ZipArchive& archive() const { return archive_; }
    [[nodiscard]] const DocxParts& parts() const { return parts_; }

    /// The bytes of a part; nothing when the package has none of this name.
    Result<std::optional<std::string>> bytes(std::string_view name);
    /// The same as a tree.
    Result<std::optional<XmlTree>> tree(const std::string& name);

private:
    explicit DocxPackage(ZipArchive archive);
    std::optional<Error> find_main();
    std::optional<Error> find_related();

    ZipArchive archive_;
    DocxParts parts_;
    std::uint64_t left_;  ///< bytes that may still be unpacked
};

}  // namespace gouji
