#pragma once

#include "gouji/base/result.hpp"
#include "gouji/engine/inputs.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Lines, first and last, from 1.
using LineRanges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// How an input differs from a git revision.
struct GitChange {
    /// The file as the revision has it, under this or, when git sees a rename, another name. Null
    /// when it has none, or the same.
    std::shared_ptr<const std::string> before = nullptr;
    /// Its lines that are new or stand beside deleted ones. Nothing: the whole file is new. Empty
    /// besides `before`: git compares no lines of this file.
    std::optional<LineRanges> lines = std::nullopt;
};

/// What is different from a git revision.
struct GitChanges {
    std::vector<GitChange> inputs;  ///< one for each input
    std::vector<std::string>
        deleted;  ///< paths of files named like reports that folders of the walk had
};

/// Runs git plumbing without external diffs, text conversion and file system
/// monitor; errors name the revision and git's message.
Result<GitChanges> changes_since(const std::string& revision, std::span<const Input> inputs);

}  // namespace gouji
