#pragma once

#include "gouji/base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// gouji.lock: which packs a gouji.toml was checked with, so that everybody checks with the same.
struct PackLock {
    struct Entry {
        std::string id;
        std::string version;
        std::string digest;  ///< see digest_of
        std::string place;   ///< FILE:LINE
    };

    std::string file;
    std::vector<Entry> packs;  ///< sorted by id

    static Result<PackLock> open(const std::string& file);
    /// What is written into the file.
    [[nodiscard]] std::string text() const;
    /// Adds a pack as its folder is now.
    Result<void> add(const std::string& id, const std::string& version, const std::string& folder);
    /// Why the pack in `folder` is not the one that is locked.
    [[nodiscard]] std::optional<Error> misfit(const std::string& id, const std::string& version,
                                              const std::string& folder) const;
};

}  // namespace gouji
