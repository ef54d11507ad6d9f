#pragma once

#include <string>

#include "sample/report.hpp"

namespace gouji::sample {

/// The report as a .docx. `numbered`: its chapters and parts have automatic numbers, and its
/// paragraphs are split into runs as Word leaves them after editing.
[[nodiscard]] std::string render_docx(const Report& report, bool numbered);

}  // namespace gouji::sample
