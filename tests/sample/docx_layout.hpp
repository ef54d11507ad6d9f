#pragma once

#include <string>

#include "sample/layout.hpp"

namespace gouji::sample {

/// The report as a .docx, in one of the layouts of .docx. In all but the plain one its paragraphs
/// are split into runs as word processors leave them after editing.
[[nodiscard]] std::string render_docx(const Report& report, Layout layout);

}  // namespace gouji::sample
