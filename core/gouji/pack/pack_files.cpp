#include "gouji/pack/pack_files.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/base/system_error.hpp"
#include "gouji/container/zip_archive.hpp"
#include "gouji/text/digest.hpp"
#include "gouji/text/utf8_check.hpp"

#include <algorithm>

#include <sys/stat.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool is_left_out(std::string_view name) {
    return name.starts_with('.') || name == "__pycache__" || name == "__MACOSX";
}

/// UTF-8 without control characters, so that a list of names has one meaning.
bool is_plain(std::string_view name) {
    return replace_invalid_utf8(name) == name &&
           std::ranges::none_of(name, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}
Error not_plain() {
    return {"文件名不是 UTF-8，或有控制字符，请改成英文名称",
            "its name is no UTF-8 or has control characters; give it an English name"};
}

Failure too_many(const std::string& where) {
    return fail(
        where + "：文件超过 " + std::to_string(pack_limits::most_files) + " 个，不像是规则包",
        where + ": more than " + std::to_string(pack_limits::most_files) +
            " files, which no pack needs");
}
Failure too_large(const std::string& where) {
    return fail(where + "：全部文件超过 64 MiB，不像是规则包",
                where + ": more than 64 MiB in all, which no pack needs");
}

/// Collects the files of a folder, those of one folder after the other.
class FolderReader {
public:
    Result<void> add(const fs::path& folder, const std::string& below) {
        std::error_code error;
        std::vector<fs::path> entries;
        for (auto at = fs::directory_iterator(folder, error);
             !error && at != fs::directory_iterator(); at.increment(error)) {
            entries.push_back(at->path());
            if (entries.size() > pack_limits::most_files) return too_many(folder.string());
        }
        if (error) return Failure(at_place(folder.string(), system_words(error.value())));
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries) {
            if (auto added = add_entry(entry, below + entry.filename().string()); !added)
                return added;
        }
        return {};
    }
    [[nodiscard]] PackFiles take() { return std::move(out_); }

private:
    Result<void> add_entry(const fs::path& entry, const std::string& path) {
        if (is_left_out(entry.filename().string())) {
            out_.left_out.push_back(path);
            return {};
        }
        struct stat status {};
        if (::lstat(entry.c_str(), &status) != 0)
            return Failure(at_place(entry.string(), system_words(errno)));
        if (S_ISLNK(status.st_mode)) {
            return fail(entry.string() + "：是链接，规则包里只能有文件和文件夹",
                        entry.string() + ": is a link; a pack has files and folders only");
        }
        if (!is_plain(path))
            return Failure(at_place(replace_invalid_utf8(entry.string()), not_plain()));
        if (path.size() > pack_limits::most_path_bytes) {
            return fail(entry.string() + "：路径过长", entry.string() + ": the path is too long");
        }
        if (S_ISDIR(status.st_mode)) return add(entry, path + "/");
        if (out_.files.size() >= pack_limits::most_files) return too_many(entry.string());
        GOUJI_TRY(auto bytes, read_small_file(entry));
        total_ += bytes.size();
        if (total_ > pack_limits::most_bytes) return too_large(entry.string());
        out_.files[path] = {std::move(bytes), (status.st_mode & S_IXUSR) != 0};
        return {};
    }

    PackFiles out_;
    std::uint64_t total_ = 0;
};

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t slash = path.find('/');
        out.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return out;
        path.remove_prefix(slash + 1);
    }
}

/// Why an entry of an archive may not become a file; an entry of a folder ends in “/”.
std::optional<Error> misfit(const ZipArchive::Entry& entry) {
    constexpr std::uint16_t kind = S_IFMT;
    if ((entry.mode & kind) != 0 && (entry.mode & kind) != S_IFREG &&
        (entry.mode & kind) != S_IFDIR)
        return Error{"是链接或设备，规则包里只能有文件和文件夹",
                     "is a link or a device; a pack has files and folders only"};
    std::string_view name = entry.name;
    if (name.ends_with('/')) name.remove_suffix(1);
    if (!is_plain(name)) return not_plain();
    const auto parts = parts_of(name);
    const bool leads_away =
        std::ranges::any_of(
            parts,
            [](std::string_view part) { return part.empty() || part == "." || part == ".."; }) ||
        name.find_first_of("\\:") != std::string_view::npos;
    if (leads_away) {
        return Error{"路径指到规则包外面（.. 或绝对路径），或者有 \\、:",
                     "its path leads out of the pack (.. or absolute), or has \\ or :"};
    }
    if (name.size() > pack_limits::most_path_bytes)
        return Error{"路径过长", "its path is too long"};
    return std::nullopt;
}

/// The folder of the topmost pack.toml, with “/” at its end; nothing when there is none, or
/// several.
std::optional<std::string> root_of(const ZipArchive& archive) {
    std::optional<std::string> out;
    std::size_t depth = 0;
    bool several = false;
    for (const ZipArchive::Entry& entry : archive.entries()) {
        const auto parts = parts_of(entry.name);
        if (parts.back() != "pack.toml" || std::ranges::any_of(parts, is_left_out)) continue;
        if (out && parts.size() > depth) continue;
        several = out && parts.size() == depth;
        depth = parts.size();
        out = entry.name.substr(0, entry.name.size() - parts.back().size());
    }
    return several ? std::nullopt : out;
}

}  // namespace

Result<PackFiles> read_pack_folder(const fs::path& folder) {
    FolderReader reader;
    GOUJI_TRY_VOID(reader.add(folder, ""));
    return reader.take();
}

Result<PackFiles> read_pack_archive(std::string_view bytes, const std::string& file) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive) return Failure(at_place(file, archive.error()));
    for (const ZipArchive::Entry& entry : archive->entries()) {
        if (const auto error = misfit(entry))
            return Failure(at_place(file + "：" + replace_invalid_utf8(entry.name), *error));
    }
    const auto root = root_of(*archive);
    if (!root) {
        return fail(file + "：压缩包里要有一个规则包的文件夹（其中有 pack.toml），只能有一个",
                    file +
                        ": an archive holds one pack's folder, with its pack.toml, and not "
                        "several");
    }
    PackFiles out;
    std::uint64_t left = pack_limits::most_bytes;
    for (const ZipArchive::Entry& entry : archive->entries()) {
        if (entry.name.ends_with('/')) continue;
        const bool inside = entry.name.starts_with(*root);
        const std::string path = inside ? entry.name.substr(root->size()) : entry.name;
        if (!inside || std::ranges::any_of(parts_of(path), is_left_out)) {
            out.left_out.push_back(entry.name);
            continue;
        }
        if (out.files.size() >= pack_limits::most_files) return too_many(file);
        auto content = archive->read(entry, std::min<std::uint64_t>(left, small_file_limit));
        if (!content) return Failure(at_place(file, content.error()));
        left -= content->size();
        out.files[path] = {std::move(*content), (entry.mode & S_IXUSR) != 0};
    }
    // A path that is a file for one entry and a folder for another.
    for (auto at = out.files.begin(); at != out.files.end(); ++at) {
        const auto below = out.files.lower_bound(at->first + "/");
        if (below != out.files.end() && below->first.starts_with(at->first + "/")) {
            return fail(file + "：“" + at->first + "”既是文件又是文件夹",
                        file + ": '" + at->first + "' is both a file and a folder");
        }
    }
    return out;
}

Result<PackFiles> read_pack_files(const fs::path& source) {
    const std::string shown = source.string();
    std::error_code error;
    if (fs::is_directory(source, error)) {
        if (fs::exists(source / "pack.toml", error)) return read_pack_folder(source);
        return fail(shown + "：文件夹里没有 pack.toml", shown + ": the folder has no pack.toml");
    }
    GOUJI_TRY(const auto bytes, read_small_file(source));
    if (!bytes.starts_with("PK")) {
        return fail(shown + "：不是规则包的文件夹，也不是 .zip；.tar.gz 等请解开后写文件夹",
                    shown +
                        ": is neither a pack's folder nor a .zip; unpack a .tar.gz and name "
                        "the folder");
    }
    return read_pack_archive(bytes, shown);
}

std::string digest_of(const PackFiles& pack) {
    std::string lines;
    for (const auto& [path, file] : pack.files)
        lines += hexadecimal(sha256(file.bytes)) + "  " + path + "\n";
    return "sha256:" + hexadecimal(sha256(lines));
}

}  // namespace gouji
