#pragma once

#include "gouji/pack/pack.hpp"
#include "gouji/pack/pack_files.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The folder of a user's installed packs: a folder for each, which has its id for a name. A pack
/// appears, is replaced and goes as a whole.
class PackStore {
public:
    /// `gouji_version` is the program's own.
    PackStore(std::filesystem::path folder, std::string_view gouji_version)
        : folder_(std::move(folder)), version_(gouji_version) {}

    /// Puts a pack there that is not there yet. `source` is for messages. A pack of which a page
    /// cannot be used is refused.
    Result<Pack> install(const PackFiles& files, const std::string& source) const;
    /// Puts another version in the place of one that is there.
    Result<Pack> update(const PackFiles& files, const std::string& source) const;
    /// Refused while another pack there requires it.
    Result<void> remove(const std::string& id) const;

    /// The packs there, sorted by id, and those that cannot be read.
    struct Listed {
        std::vector<Pack> packs;
        std::vector<Error> refused;
    };
    [[nodiscard]] Listed list() const;
    [[nodiscard]] std::filesystem::path folder_of(const std::string& id) const {
        return folder_ / id;
    }

private:
    class Draft;
    Result<Draft> draft(const PackFiles& files, const std::string& source) const;

    std::filesystem::path folder_;
    std::string version_;
};

}  // namespace gouji
