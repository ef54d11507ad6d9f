#pragma once

#include "gouji/base/result.hpp"
#include "gouji/pack/pack.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Packs in the order in which they are used: what a pack requires comes before it.
struct LoadedPacks {
    std::vector<Pack> packs;     ///< each folder once
    std::vector<Error> refused;  ///< folders, requirements and pages that cannot be used
};

/// Loads the packs of some folders and, recursively, what they require: the pack of that name
/// beside the one that requires it, else in `installed`. What `known` holds already, by id, is not
/// loaded. Every cycle is an error that names its packs; they are loaded nevertheless.
[[nodiscard]] LoadedPacks load_packs(std::span<const std::filesystem::path> folders,
                                     std::span<const std::string> known,
                                     const std::filesystem::path& installed,
                                     std::string_view version);

/// The folder of a pack that is called by its name alone: the one in `beside`, else an installed
/// one. The error says where it was looked for and what is nearest.
[[nodiscard]] Result<std::string> find_pack_folder(const std::string& name,
                                                   const std::filesystem::path& beside,
                                                   const std::filesystem::path& installed);

}  // namespace gouji
