#pragma once

#include "gouji/base/result.hpp"
#include "gouji/container/docx_inline.hpp"
#include "gouji/container/docx_package.hpp"
#include "gouji/container/extracted.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A Word document that has been read: its text with the place of every byte, and the parts that
/// those places are in.
struct DocxDocument {
    struct Part {
        std::string name;
        XmlTree tree;
    };

    DocxPackage package;
    std::vector<Part> parts;  ///< 0: the main part; then footnotes, endnotes
    Extracted extracted;
    bool is_protected = false;  ///< w:documentProtection is enforced
};

/// Reads a .docx or .docm. `bytes` outlive the document. Safe for many threads.
[[nodiscard]] Result<DocxDocument> read_docx(std::string_view bytes,
                                             Revisions revisions = Revisions::accepted);

}  // namespace gouji
