#pragma once

#include "gouji/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// All that a pack consists of, read from a folder or an archive.
struct PackFiles {
    struct File {
        std::string bytes;
        bool executable = false;
    };
    std::map<std::string, File> files;  ///< by path below the pack's folder, with “/”
    /// Paths that do not belong to the pack: hidden files, caches of Python, and what an archive
    /// holds beside the pack.
    std::vector<std::string> left_out;
};

/// Bounds on what a pack may cost.
namespace pack_limits {
inline constexpr std::size_t most_files = 1000;
inline constexpr std::uint64_t most_bytes = 64U << 20U;  ///< of all files
inline constexpr std::size_t most_path_bytes = 240;
}  // namespace pack_limits

/// Reads a pack's folder. Links, devices and what exceeds a bound are refused.
Result<PackFiles> read_pack_folder(const std::filesystem::path& folder);
/// The pack in a ZIP archive: the folder with the topmost pack.toml. Refused are entries that are
/// absolute, lead upward, are links, or whose names are no UTF-8. `file` is for messages.
Result<PackFiles> read_pack_archive(std::string_view bytes, const std::string& file);
/// Either, as a user names it.
Result<PackFiles> read_pack_files(const std::filesystem::path& source);

/// “sha256:” and the digest of the list of files: for each, sorted by the bytes of its path, a line
/// of its own digest, two blanks and the path, as sha256sum writes it. Folder and archive of one
/// pack have the same.
[[nodiscard]] std::string digest_of(const PackFiles& pack);

}  // namespace gouji
