#pragma once

#include "gouji/base/record.hpp"
#include "gouji/document/document.hpp"

#include <optional>

namespace gouji {

/// A document as bytes for another process of the same build, without its text and its tables.
class DocumentRecord {
public:
    static void write(const Document& document, RecordWriter& out);
    /// `text` is the one that the document was made from, and outlives it. Nothing when the bytes
    /// are no document of that text; then the reader is spoilt.
    static std::optional<Document> read(RecordReader& in, const Text& text);

    /// Its tables and their cells, into the document that was read before.
    static void write_tables(const Document& document, RecordWriter& out);
    static void read_tables(RecordReader& in, Document& document);
};

}  // namespace gouji
