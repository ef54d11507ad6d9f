#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A Word comment on words of the extracted text; on an empty span, on the place.
struct DocxComment {
    Span span;
    std::string text;  ///< lines become paragraphs
    std::string initials;
};

/// A replacement of words of the extracted text, written as a tracked change. An empty span
/// inserts.
struct DocxEdit {
    Span span;
    std::string replacement;
};

/// What is written into a document. Spans are in the text that read_docx() extracts from it.
struct DocxChanges {
    std::vector<DocxComment> comments;
    std::vector<DocxEdit> edits;  ///< in order, not overlapping
    std::string author;
    std::string date;  ///< 2024-01-31T09:00:00Z
};

struct AnnotatedDocx {
    std::string bytes;
    std::vector<std::size_t> refused_edits;     ///< indices of edits that cannot be tracked changes
    std::vector<std::size_t> refused_comments;  ///< indices of comments without a place
};

/// The document with these comments and tracked changes. Earlier comments of the same author are
/// removed first, so that a second run replaces those of the first. Only touched runs are written
/// anew; every other byte of the parts, and every other entry of the package, stays.
///
/// Refused: numbers that Word makes, fields, text boxes, locked controls, and edits across
/// paragraphs cannot be edited. Fails, with the reason, when the document is protected or signed,
/// and when reading the result does not give exactly the edited text.
[[nodiscard]] Result<AnnotatedDocx> annotate_docx(std::string_view bytes,
                                                  const DocxChanges& changes);

/// Whether a document is as annotate_docx wrote it for this author, and no other program has saved
/// it since. False for what is no .docx.
[[nodiscard]] bool is_as_annotated_by(std::string_view bytes, std::string_view author);

}  // namespace gouji
