#pragma once

#include "gouji/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// A pack as somebody asks for it: “heyuan”, or “heyuan@^1.2”.
struct PackReference {
    std::string id;
    std::string range;  ///< versions that will do; "" for any

    static PackReference of(std::string_view words);
    /// Why a pack of this version, which lies in `folder`, will not do.
    [[nodiscard]] std::optional<Error> misfit(std::string_view version,
                                              const std::string& folder) const;

    friend bool operator==(const PackReference&, const PackReference&) = default;
};

/// A folder that holds a pack, and who asks for it.
struct PackRequest {
    std::filesystem::path folder;
    PackReference reference;
    std::string place;  ///< where it is asked for: “gouji.toml:1”, “--pack”
};

}  // namespace gouji
