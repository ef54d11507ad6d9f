#pragma once

#include "gouji/container/docx_writer.hpp"
#include "gouji/diagnostics/diagnostic.hpp"
#include "gouji/rule/page.hpp"

#include <string_view>

namespace gouji {

/// By whom comments and tracked changes are: earlier ones of this author are replaced.
inline constexpr std::string_view docx_author = "gouji";

/// A finding as a Word comment: its level and message, what to write instead or what to do, its
/// rule.
[[nodiscard]] DocxComment docx_comment(const Diagnostic& diagnostic, const Page& page,
                                       Language language);

}  // namespace gouji
