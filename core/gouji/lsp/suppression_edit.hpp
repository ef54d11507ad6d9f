#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/rpc/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// The gouji.toml that a suppression is written into.
struct ConfigurationTarget {
    std::string uri;
    std::string path;
    std::optional<std::string> text;  ///< nothing: the file is to be created
    JsonValue version;                ///< when it is open in the editor; else null
};

/// What stands for the reason until somebody writes one.
[[nodiscard]] std::string_view missing_reason(Language language);

/// Lines to append to a configuration so that a finding is accepted: at this place when there is a
/// fingerprint, else in the whole file. Nothing when the file lists its suppressions in a way that
/// lines cannot be appended to.
struct SuppressionLines {
    std::string lines;
    std::uint32_t reason_line = 0;  ///< of `lines`, from 0
};
[[nodiscard]] std::optional<SuppressionLines> suppression_lines(std::string_view toml,
                                                                std::string_view rule,
                                                                std::string_view file,
                                                                std::string_view fingerprint,
                                                                Language language);

/// The code actions that accept one finding; `draft` is the path of the draft.
void add_suppression_actions(const LiveFinding& live, const JsonValue& diagnostic,
                             const std::string& draft, const ConfigurationTarget& target,
                             const Client& client, JsonValue& out);

}  // namespace gouji
