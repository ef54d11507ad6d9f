#pragma once

#include "gouji/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The language that --lang asks for, else that of an English locale; Chinese otherwise.
[[nodiscard]] Language language_of(const std::vector<std::string>& arguments);

/// One line on standard error: “gouji: …”.
void complain(const Error& error, Language language);

/// To standard output; see standard_output_failure.
void print(std::string_view text);

/// Sends what is still waiting to standard output. Why some of it could not be written; a pipe that
/// the reader closed is no error.
[[nodiscard]] std::optional<Error> standard_output_failure();

/// Whether colours belong on standard output: “always”, “never”, or “auto” (a terminal, NO_COLOR
/// unset).
[[nodiscard]] bool colors_wanted(std::string_view color);

/// The time now, as SARIF writes it.
[[nodiscard]] std::string utc_now();

enum Exit : int { exit_clean = 0, exit_found = 1, exit_failed = 2 };

}  // namespace gouji
