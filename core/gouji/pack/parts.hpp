#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The parts of a report that pages name: the chapters of all editions by their kinds, and title,
/// preface and end.
[[nodiscard]] std::vector<std::string> part_names(std::span<const Edition> editions);

/// Whether a name is a part that every report has a place for, not a chapter.
[[nodiscard]] bool is_fixed_part(std::string_view part);

/// The kind of the chapter around an offset: “overview” …, “preface” before the first chapter, “”
/// inside a chapter that the edition does not know.
[[nodiscard]] std::string_view chapter_kind(const SemanticModel& model, std::uint32_t offset);

/// Whether an offset lies in one of the parts; anywhere when there are none.
[[nodiscard]] bool in_parts(const SemanticModel& model, const std::vector<std::string>& parts,
                            std::uint32_t offset);

/// The kinds of agency that a report's summary names: “town”, “department” …
[[nodiscard]] const std::vector<std::string>& agency_kinds();

/// A chapter's name for readers: “总体情况”; the key itself when the report's edition has no such.
[[nodiscard]] std::string_view chapter_title(const SemanticModel& model, std::string_view kind);

}  // namespace gouji
