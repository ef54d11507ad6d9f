#pragma once

#include <string>

#include "sample/layout.hpp"

namespace gouji::sample {

/// The report as a published page in one of the layouts of pages, with the navigation and the
/// footer around it.
[[nodiscard]] std::string render_html(const Report& report, Layout layout);

}  // namespace gouji::sample
