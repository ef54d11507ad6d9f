#pragma once

#include "gouji/edition/edition.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// What parse_edition made of a file, as bytes that are quick to read. Only the build that wrote
/// them reads them.
[[nodiscard]] std::string compile_edition(const Edition& edition);

/// The edition again; nothing when the bytes are no whole one.
[[nodiscard]] std::optional<Edition> compiled_edition(std::string_view record);

}  // namespace gouji
