#pragma once

#include "gouji/base/record.hpp"
#include "gouji/document/document.hpp"

#include <optional>

namespace gouji {

/// A document as bytes for another process of the same build, without its text.
class DocumentRecord {
public:
    static void write(const Document& document, RecordWriter& out);
    /// `text` is the one that the document was made from, and outlives it. Nothing when the bytes
    /// are no document of that text; then the reader is spoilt.
    static std::optional<Document> read(RecordReader& in, const Text& text);
};

}  // namespace gouji
