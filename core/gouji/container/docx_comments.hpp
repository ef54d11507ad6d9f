#pragma once

#include "gouji/container/docx_package.hpp"
#include "gouji/container/docx_reader.hpp"
#include "gouji/container/docx_writer.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// The comments part of a package, to which comments are added.
class DocxComments {
public:
    static Result<DocxComments> open(DocxPackage& package);

    [[nodiscard]] std::uint32_t highest_id() const { return highest_id_; }
    void add(std::uint32_t id, const DocxComment& comment, const DocxChanges& changes);
    /// Writes the part, and what names it, into `parts`. Nothing when no comment was added.
    std::optional<Error> write(DocxPackage& package, std::map<std::string, std::string>& parts);

private:
    std::string name_;
    std::optional<XmlTree> existing_;
    std::string prefix_ = "w:";
    std::string attribute_prefix_ = "w:";
    std::string added_;
    std::uint32_t highest_id_ = 0;
    bool related_ = false;  ///< the main part names the comments part
};

/// The package without the comments of this author; nothing when it has none.
[[nodiscard]] Result<std::optional<std::string>> without_comments_by(DocxDocument& document,
                                                                     std::string_view author);

}  // namespace gouji
