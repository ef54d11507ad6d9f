#include "gouji/pack/pack_store.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/base/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <utility>

#include <sys/stat.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

Failure failed(const fs::path& path, int error) {
    return Failure(at_place(path.string(), system_words(error)));
}

Result<void> write(const fs::path& path, const PackFiles::File& file) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return failed(path.parent_path(), error.value());
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    if (!(out << file.bytes << std::flush)) return failed(path, errno != 0 ? errno : EIO);
    if (file.executable) fs::permissions(path, fs::perms(0755), error);
    if (error) return failed(path, error.value());
    return {};
}

/// The error as it reads for the place that the user named.
Error renamed(Error error, const std::string& from, const std::string& to) {
    for (std::string* words : {&error.zh, &error.en}) {
        for (std::size_t at = words->find(from); at != std::string::npos;
             at = words->find(from, at + to.size()))
            words->replace(at, from.size(), to);
    }
    return error;
}

}  // namespace

/// A pack that is written beside its place, and gone with this unless it is moved there.
class PackStore::Draft {
public:
    explicit Draft(fs::path folder) : folder_(std::move(folder)) {}
    Draft(Draft&& other) noexcept
        : pack(std::move(other.pack)), folder_(std::exchange(other.folder_, {})) {}
    Draft& operator=(Draft&&) = delete;
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] const fs::path& folder() const { return folder_; }
    Result<Pack> move_to(const fs::path& place) {
        std::error_code error;
        fs::rename(folder_, place, error);
        if (error) return failed(place, error.value());
        folder_.clear();
        pack.folder = place.string();
        return std::move(pack);
    }

    Pack pack;

private:
    fs::path folder_;
};

Result<PackStore::Draft> PackStore::draft(const PackFiles& files, const std::string& source) const {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) return failed(folder_, error.value());
    std::string place = (folder_ / ".new-XXXXXX").string();
    if (::mkdtemp(place.data()) == nullptr) return failed(folder_, errno);
    Draft out(place);
    fs::permissions(place, fs::perms(0755), error);
    for (const auto& [path, file] : files.files)
        GOUJI_TRY_VOID(write(fs::path(place) / path, file));
    auto pack = load_pack(place, version_);
    if (!pack) return Failure(renamed(pack.error(), place, source));
    if (!pack->refused.empty()) return Failure(renamed(pack->refused.front(), place, source));
    out.pack = std::move(*pack);
    return out;
}

Result<Pack> PackStore::install(const PackFiles& files, const std::string& source) const {
    GOUJI_TRY(auto made, draft(files, source));
    const fs::path place = folder_of(made.pack.id);
    std::error_code error;
    if (fs::exists(fs::symlink_status(place, error))) {
        return fail("已装有规则包“" + made.pack.id + "”（" + place.string() +
                        "），换成这一个请用 gouji pack update " + source,
                    "pack '" + made.pack.id + "' is installed already (" + place.string() +
                        "); gouji pack update " + source + " replaces it");
    }
    return made.move_to(place);
}

Result<Pack> PackStore::update(const PackFiles& files, const std::string& source) const {
    GOUJI_TRY(auto made, draft(files, source));
    const fs::path place = folder_of(made.pack.id);
    std::error_code error;
    if (!fs::exists(place, error)) {
        return fail(
            "没有装过规则包“" + made.pack.id + "”，请用 gouji pack install " + source,
            "pack '" + made.pack.id + "' is not installed; use gouji pack install " + source);
    }
    const fs::path former = made.folder().string() + ".old";
    fs::rename(place, former, error);
    if (error) return failed(place, error.value());
    auto moved = made.move_to(place);
    if (moved) {
        fs::remove_all(former, error);
    } else {
        fs::rename(former, place, error);
        if (error) {
            return Failure(moved.error() + Error{"；原来的一份在 " + former.string(),
                                                 "; the former one is in " + former.string()});
        }
    }
    return moved;
}

Result<void> PackStore::remove(const std::string& id) const {
    const Listed known = list();
    std::vector<std::string> ids;
    for (const Pack& pack : known.packs) {
        const bool needs = std::ranges::find(pack.requires_packs, id, &PackReference::id) !=
                           pack.requires_packs.end();
        if (needs) {
            return fail("规则包“" + pack.id + "”要求“" + id + "”，没有删去；请先删 " + pack.id,
                        "pack '" + pack.id + "' requires '" + id +
                            "', which was not removed; remove " + pack.id + " first");
        }
        ids.push_back(pack.id);
    }
    std::error_code error;
    const bool named = !id.empty() && id.find('/') == std::string::npos && !id.starts_with('.');
    if (!named || !fs::exists(folder_of(id) / "pack.toml", error)) {
        const Localized near = did_you_mean(id, ids);
        return fail("没有装过规则包“" + id + "”（" + folder_.string() + "）" + near.zh,
                    "pack '" + id + "' is not installed (" + folder_.string() + ")" + near.en);
    }
    fs::remove_all(folder_of(id), error);
    if (error) return failed(folder_of(id), error.value());
    return {};
}

PackStore::Listed PackStore::list() const {
    Listed out;
    std::error_code error;
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(folder_, error)) {
        if (!entry.path().filename().string().starts_with(".") &&
            fs::exists(entry.path() / "pack.toml", error))
            folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    for (const fs::path& folder : folders) {
        auto pack = load_pack(folder.string(), version_);
        if (pack) {
            out.packs.push_back(std::move(*pack));
        } else {
            out.refused.push_back(pack.error());
        }
    }
    return out;
}

}  // namespace gouji
