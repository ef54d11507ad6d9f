#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <vector>

namespace gouji {

/// Whether the text is a 政府信息公开工作年度报告. Other official documents have a chapter
/// “一、总体要求”, speak of 政务公开 or are reports on something else, so one of these is asked
/// for: a table of an edition; several chapters of an edition; a title or a preface that says it.
/// Expects title, chapters and forms of the model to be filled.
[[nodiscard]] bool is_annual_report(const Document& document, const SemanticModel& model,
                                    const std::vector<Edition>& editions);

}  // namespace gouji
