#pragma once

#include "sample/chance.hpp"
#include "sample/report.hpp"

namespace gouji::sample {

void name_agency(Report& report, Chance& chance);

/// Title, preface and chapter one. The figures that the tables have too are theirs.
void write_opening(Report& report, Chance& chance);

/// Chapters five and six and, in some reports, the signature.
void write_closing(Report& report, Chance& chance);

}  // namespace gouji::sample
