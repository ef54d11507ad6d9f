#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/finding.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// A rule's answer for one document as the protocol has it: a line of JSON for each finding.
[[nodiscard]] std::string findings_json(std::span<const Finding> findings);
/// The answer of a rule that failed.
[[nodiscard]] std::string failure_json(const Error& why);

/// Passes the findings of an answer on to a sink, which validates them; `begin` is where the text
/// that their spans are of begins in the document's. The error is the rule's own
/// failure. False when the answer is none at all; what came before may have been passed on.
[[nodiscard]] Result<bool> replay_findings(std::string_view answer, std::uint32_t begin,
                                           Sink& sink);

}  // namespace gouji
