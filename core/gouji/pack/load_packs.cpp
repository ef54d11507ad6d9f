#include "gouji/pack/load_packs.hpp"

#include "gouji/base/nearest.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace gouji {
namespace {

namespace fs = std::filesystem;

class Loader {
public:
    Loader(std::span<const std::string> known, const fs::path& installed, std::string_view version)
        : known_(known.begin(), known.end()), installed_(&installed), version_(version) {}

    /// Loads the pack of a folder after what it requires, unless that was done before. The pack's
    /// id, or "" when it cannot be used.
    std::string add(const fs::path& folder) {
        std::error_code error;
        const auto [seen, fresh] = ids_.try_emplace(fs::weakly_canonical(folder, error));
        if (!fresh) return seen->second;
        auto pack = load_pack(folder.string(), version_);
        if (!pack) {
            out_.refused.push_back(pack.error());
            return {};
        }
        const std::string id = pack->id;
        seen->second = id;
        open_.push_back(id);
        for (const std::string& other : pack->requires_packs) require(other, *pack);
        open_.pop_back();
        known_.insert(id);
        std::move(pack->refused.begin(), pack->refused.end(), std::back_inserter(out_.refused));
        out_.packs.push_back(std::move(*pack));
        return id;
    }
    [[nodiscard]] LoadedPacks take() { return std::move(out_); }

private:
    void require(const std::string& id, const Pack& by) {
        if (known_.contains(id)) return;
        const auto refuse = [&](const Localized& why) {
            out_.refused.push_back(by.error_at("requires", why));
        };
        if (const auto first = std::find(open_.begin(), open_.end(), id); first != open_.end()) {
            std::string chain;
            for (auto pack = first; pack != open_.end(); ++pack) chain += *pack + " → ";
            chain += id;
            refuse({"规则包互相要求：" + chain + "，请删去其中一处",
                    "packs require each other: " + chain + "; drop one of the requirements"});
            return;
        }
        if (open_.size() >= most_open) {
            refuse({"规则包一层层的要求超过 " + std::to_string(most_open) + " 层",
                    "packs require one another more than " + std::to_string(most_open) + " deep"});
            return;
        }
        const fs::path beside = fs::absolute(by.folder).lexically_normal().parent_path();
        const auto folder = find_pack_folder(id, beside, *installed_);
        if (!folder) {
            refuse(folder.error());
            return;
        }
        const std::string found = add(*folder);
        if (!found.empty() && found != id) {
            refuse({*folder + " 里的规则包叫“" + found + "”，不是“" + id + "”",
                    "the pack in " + *folder + " is called '" + found + "', not '" + id + "'"});
        }
    }

    static constexpr std::size_t most_open = 32;

    std::set<std::string> known_;  ///< ids of what is loaded
    const fs::path* installed_;
    std::string_view version_;
    std::map<fs::path, std::string> ids_;  ///< of each folder's pack, or "" of a bad one
    std::vector<std::string> open_;        ///< ids of packs whose requirements are being loaded
    LoadedPacks out_;
};

/// The folders in `rules` that have a pack.toml.
std::vector<std::string> names_of_packs(const fs::path& rules) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(rules, error)) {
        if (fs::exists(entry.path() / "pack.toml", error))
            out.push_back(entry.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

LoadedPacks load_packs(std::span<const fs::path> folders, std::span<const std::string> known,
                       const fs::path& installed, std::string_view version) {
    Loader loader(known, installed, version);
    for (const fs::path& folder : folders) loader.add(folder);
    return loader.take();
}

Result<std::string> find_pack_folder(const std::string& name, const fs::path& beside,
                                     const fs::path& installed) {
    std::error_code error;
    for (const auto& place : {beside / name, installed / name}) {
        if (fs::exists(place / "pack.toml", error)) return place.lexically_normal().string();
    }
    const Localized near = did_you_mean(name, names_of_packs(installed));
    const std::string here = (beside / name).lexically_normal().string();
    return fail("没有规则包“" + name + "”：" + here + " 里没有 pack.toml，也没有装在 " +
                    installed.string() + near.zh,
                "no pack '" + name + "': there is no pack.toml in " + here + ", and it is not in " +
                    installed.string() + near.en);
}

}  // namespace gouji
