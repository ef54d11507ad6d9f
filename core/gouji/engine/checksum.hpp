#pragma once

#include <cstddef>
#include <cstdint>

namespace gouji {

class Collector;
class Document;
class TermHits;
struct SemanticModel;

/// A number over all that rules share while they look at one report: its text, its nodes and cells,
/// the model, the hits of lists, and what has been found so far. The checksums of an unchanged
/// report are equal. `findings`: how many of the collector's are included.
[[nodiscard]] std::uint64_t checksum(const Document& document, const SemanticModel& model,
                                     const TermHits& hits, const Collector& collector,
                                     std::size_t findings);

}  // namespace gouji
