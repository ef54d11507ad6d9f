#pragma once

#include "gouji/container/html_reader.hpp"
#include "gouji/container/text_builder.hpp"

#include <vector>

#include <gumbo.h>

namespace gouji {

/// Keeps the blocks of a page that are the report: those inside of the innermost element that
/// holds every chapter title and every form, and the nearest line before it that names an annual
/// report. Leaves a page without them as it is. `elements`: for each block, the element it stands
/// in. For sources of this module only.
void keep_article(TextBuilder& page, const std::vector<const GumboNode*>& elements,
                  const ReportWords& words);

}  // namespace gouji
