#pragma once

#include "sample/chance.hpp"
#include "sample/report.hpp"

namespace gouji::sample {

/// Figures that add up. `size` 0: no requests; each step more.
/// `before`: what the year before carried over, or null.
void fill_requests(Report& report, Chance& chance, int size, const Counts* before = nullptr);
void fill_disputes(Report& report, Chance& chance, int size);

/// The official forms, labels word for word, filled from the report.
std::vector<Row> disclosure_table(Report& report, Chance& chance, const Report* last = nullptr);
std::vector<Row> requests_table(const Report& report);
std::vector<Row> disputes_table(const Report& report);

}  // namespace gouji::sample
