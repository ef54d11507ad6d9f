#pragma once

#include <string>

#include "sample/report.hpp"

namespace gouji::sample {

/// The report as a published page, with the navigation and the footer around it. `noisy`: every few
/// characters in elements of their own, within tables that arrange the page, in GB18030.
[[nodiscard]] std::string render_html(const Report& report, bool noisy);

}  // namespace gouji::sample
