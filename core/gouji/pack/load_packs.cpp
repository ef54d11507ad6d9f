#include "gouji/pack/load_packs.hpp"

#include "gouji/base/nearest.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace gouji {
namespace {

namespace fs = std::filesystem;

class Loader {
public:
    Loader(std::map<std::string, std::string> known, std::span<const fs::path> stores,
           std::string_view version)
        : known_(std::move(known)), stores_(stores), version_(version) {}

    /// Loads the pack of a folder after what it requires, unless that was done before. The pack's
    /// id, or "" when it cannot be used; the error is that its version is another.
    Result<std::string> add(const fs::path& folder, const PackReference& reference) {
        std::error_code error;
        const auto [at, fresh] = found_.try_emplace(fs::weakly_canonical(folder, error));
        Found& found = at->second;
        if (fresh) {
            auto pack = load_pack(folder.string(), version_);
            if (!pack) {
                out_.refused.push_back(pack.error());
                return "";
            }
            found = {pack->id, pack->version, std::move(*pack)};
        }
        if (found.id.empty()) return "";
        if (const auto error_of_version = reference.misfit(found.version, folder.string()))
            return Failure(*error_of_version);
        if (found.unused) use(*std::exchange(found.unused, std::nullopt));
        return found.id;
    }
    void refuse(Error error) { out_.refused.push_back(std::move(error)); }
    [[nodiscard]] LoadedPacks take() { return std::move(out_); }

private:
    struct Found {
        std::string id;  ///< "" of a bad one
        std::string version;
        std::optional<Pack> unused;  ///< until somebody asks for this version
    };

    void use(Pack pack) {
        open_.push_back(pack.id);
        for (const PackReference& other : pack.requires_packs) require(other, pack);
        open_.pop_back();
        known_.emplace(pack.id, pack.version);
        std::move(pack.refused.begin(), pack.refused.end(), std::back_inserter(out_.refused));
        out_.packs.push_back(std::move(pack));
    }

    void require(const PackReference& other, const Pack& by) {
        const std::string& id = other.id;
        const auto refuse_it = [&](const Localized& why) { refuse(by.error_at("requires", why)); };
        if (const auto known = known_.find(id); known != known_.end()) {
            if (const auto error = other.misfit(known->second, id)) refuse_it(*error);
            return;
        }
        if (const auto first = std::find(open_.begin(), open_.end(), id); first != open_.end()) {
            std::string chain;
            for (auto pack = first; pack != open_.end(); ++pack) chain += *pack + " → ";
            chain += id;
            refuse_it({"规则包互相要求：" + chain + "，请删去其中一处",
                       "packs require each other: " + chain + "; drop one of the requirements"});
            return;
        }
        if (open_.size() >= most_open) {
            refuse_it(
                {"规则包一层层的要求超过 " + std::to_string(most_open) + " 层",
                 "packs require one another more than " + std::to_string(most_open) + " deep"});
            return;
        }
        const fs::path beside = fs::absolute(by.folder).lexically_normal().parent_path();
        const auto folder = find_pack_folder(id, beside, stores_);
        if (!folder) {
            refuse_it(folder.error());
            return;
        }
        const auto found = add(*folder, other);
        if (!found) {
            refuse_it(found.error());
        } else if (!found->empty() && *found != id) {
            refuse_it({*folder + " 里的规则包叫“" + *found + "”，不是“" + id + "”",
                       "the pack in " + *folder + " is called '" + *found + "', not '" + id + "'"});
        }
    }

    static constexpr std::size_t most_open = 32;

    std::map<std::string, std::string> known_;  ///< versions of what is loaded, by id
    std::span<const fs::path> stores_;
    std::string_view version_;
    std::map<fs::path, Found> found_;  ///< by folder
    std::vector<std::string> open_;    ///< ids of packs whose requirements are being loaded
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

LoadedPacks load_packs(std::span<const PackRequest> requests,
                       std::map<std::string, std::string> known, std::span<const fs::path> stores,
                       std::string_view version) {
    Loader loader(std::move(known), stores, version);
    for (const PackRequest& request : requests) {
        const auto id = loader.add(request.folder, request.reference);
        if (!id) loader.refuse(at_place(request.place, id.error()));
    }
    return loader.take();
}

Result<std::string> find_pack_folder(const std::string& name, const fs::path& beside,
                                     std::span<const fs::path> stores) {
    std::error_code error;
    std::vector<fs::path> places{beside};
    places.insert(places.end(), stores.begin(), stores.end());
    for (const fs::path& place : places) {
        if (fs::exists(place / name / "pack.toml", error))
            return (place / name).lexically_normal().string();
    }
    std::vector<std::string> known;
    std::vector<std::string> installed;
    for (const fs::path& store : stores) {
        const auto names = names_of_packs(store);
        known.insert(known.end(), names.begin(), names.end());
        installed.push_back(store.string());
    }
    const Localized near = did_you_mean(name, known);
    const std::string here = (beside / name).lexically_normal().string();
    return fail("没有规则包“" + name + "”：" + here + " 里没有 pack.toml，也没有装在 " +
                    join(installed, "、") + near.zh,
                "no pack '" + name + "': there is no pack.toml in " + here + ", and it is not in " +
                    join(installed, " or ") + near.en);
}

}  // namespace gouji
