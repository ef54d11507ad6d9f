#pragma once

#include "gouji/engine/file.hpp"
#include "gouji/rule/finding.hpp"

#include <string>
#include <vector>

namespace gouji {

/// A replacement in File::source().
struct SourceEdit {
    Span replaced;
    std::string by;
};

/// An edit of the text as edits of the source. On a page, markup may stand between the words: the
/// first stretch takes the new words, the others are emptied. Nothing when some of the words stand
/// nowhere in the source, or, in a .docx, cannot be a tracked change.
[[nodiscard]] std::vector<SourceEdit> source_edits(const File& file, const Finding::Edit& edit);

}  // namespace gouji
