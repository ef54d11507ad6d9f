#pragma once

#include "gouji/base/result.hpp"
#include "gouji/pack/pack.hpp"

#include <filesystem>
#include <map>
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
/// beside the one that requires it, else the first in `stores`, the folders of installed packs.
/// What `known` holds already, versions by id, is not loaded. A pack of another version than is
/// asked for is not used. Every cycle is an error that names its packs; they are loaded
/// nevertheless.
[[nodiscard]] LoadedPacks load_packs(std::span<const PackRequest> requests,
                                     std::map<std::string, std::string> known,
                                     std::span<const std::filesystem::path> stores,
                                     std::string_view version);

/// The folder of a pack that is called by its name alone: the one in `beside`, else an installed
/// one. The error says where it was looked for and what is nearest.
[[nodiscard]] Result<std::string> find_pack_folder(const std::string& name,
                                                   const std::filesystem::path& beside,
                                                   std::span<const std::filesystem::path> stores);

}  // namespace gouji
