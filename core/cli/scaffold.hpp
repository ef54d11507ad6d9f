#pragma once

#include "gouji/base/result.hpp"

#include <string>
#include <vector>

namespace gouji {

/// What the placeholders of a scaffold are filled with.
struct Names {
    std::string owner;  ///< the plugin or pack
    std::string id;     ///< “round-count”
    std::string stem;   ///< “round_count”
    std::string type;   ///< “RoundCount”

    /// Fails when a name has other characters than lower-case letters, digits and hyphens.
    static Result<Names> of(const std::string& owner, const std::string& rule);
};

/// Copies a scaffold (“pack”, “rule/term”) of the installation into a folder and fills its
/// placeholders, in file names too. Returns the files written; writes nothing when one exists.
Result<std::vector<std::string>> start(const std::string& which, const std::string& folder,
                                       const Names& names);

/// Where this gouji is installed, for find_package.
[[nodiscard]] std::string install_prefix();

}  // namespace gouji
