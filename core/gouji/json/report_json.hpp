#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/json/json_text.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/text/line_index.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// The version of the JSON; a member that goes or changes its meaning raises it.
constexpr int report_json_version = 1;

/// Who reads it: `gouji model` prints it indented, with the forms as tables to be drawn, in
/// `tables`; a program gets it on one line, without these.
enum class JsonFor : std::uint8_t { user, program };

/// A report's document and model as `gouji model --format json` prints them and programs of
/// external rules read them; docs/model.schema.json describes every member. `lines` are those of
/// the document's text. Without editions no row says which groups it belongs to.
[[nodiscard]] std::string report_json(const Document& document, const SemanticModel& model,
                                      const LineIndex& lines, std::span<const Edition> editions,
                                      JsonFor reader);

/// The JSON Schema of that.
[[nodiscard]] std::string report_json_schema();

/// “2021-01-31”; "" for a date that lacks a part, or where there is none.
[[nodiscard]] std::string iso_date(const SemanticModel& model, std::uint32_t index);
/// A heading on one line.
[[nodiscard]] std::string one_line(std::string_view text);
/// Why the form could not be read in full: “no-cells” and the like, as the evidence on the topic
/// “unreadable” says; "" where it was, or where the report does not have it.
[[nodiscard]] std::string_view unreadable_reason(const SemanticModel& model,
                                                 const gouji_form& form);

}  // namespace gouji
