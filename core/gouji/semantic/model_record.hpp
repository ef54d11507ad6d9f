#pragma once

#include "gouji/base/record.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <string_view>

namespace gouji {

/// A model without its forms as bytes for another process of the same build.
void write_model(const SemanticModel& model, std::string_view text, RecordWriter& out);
/// `text` is the document's, and outlives the model. What is wrong with the bytes spoils the
/// reader.
[[nodiscard]] SemanticModel read_model(RecordReader& in, std::string_view text);

/// Its forms, with their fields, labels and identities: nine tenths of a model.
void write_forms(const SemanticModel& model, std::string_view text, RecordWriter& out);
void read_forms(RecordReader& in, std::string_view text, SemanticModel& model);

}  // namespace gouji
