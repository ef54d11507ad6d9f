#pragma once

#include "gouji/json/json.hpp"
#include "gouji/output/format.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// A file as SARIF names it.
struct SarifPlace {
    std::string_view uri;
};

/// GitHub takes a thousand locations of a result and keeps this many.
inline constexpr std::uint32_t sarif_related = 100;
/// The property of a result that says how many related places were too many.
inline constexpr std::string_view sarif_related_left_out = "relatedLocationsLeftOut";

void write_artifact_location(Json& json, SarifPlace place);

/// The rule at an index of the catalogue, as a reference from results and notifications.
void write_rule_reference(Json& json, const char* key, const Catalogue& catalogue,
                          std::uint32_t rule);

/// Everything found in a report as SARIF results, one call each: a line of its own that begins with
/// a comma and ends without a line end.
void sarif_results(const AnalyzedReport& analyzed, const RunView& run, SarifPlace place,
                   const Write& write);

}  // namespace gouji
