#pragma once

#include <cstdint>

#include "sample/report.hpp"

namespace gouji::sample {

/// Puts faults into a report: figures of the tables that no longer add up, a misspelt law, a
/// doubled mark, a period that ends too early. The same seed puts in the same ones; at least one.
void plant_faults(Report& report, std::uint32_t seed);

}  // namespace gouji::sample
