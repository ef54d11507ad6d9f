#include "gouji/edition/edition.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/edition/compiled_edition.hpp"

#include <algorithm>
#include <filesystem>

namespace gouji {
namespace {

Result<Edition> read_edition(const std::string& text, const std::string& file,
                             std::span<const KnownEdition> known) {
    for (const KnownEdition& one : known) {
        if (one.toml != text) continue;
        if (auto edition = compiled_edition(one.record)) return *std::move(edition);
    }
    return parse_edition(text, file);
}

}  // namespace

Result<std::vector<Edition>> load_editions(const std::string& folder,
                                           std::span<const KnownEdition> known) {
    std::error_code problem;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        if (at->path().extension() == ".toml") files.push_back(at->path());
    }
    if (problem || files.empty()) {
        return fail(folder + "：没有版本文件（*.toml），请检查安装是否完整",
                    folder + ": no edition files (*.toml) here: is the installation complete?");
    }
    std::sort(files.begin(), files.end());
    std::vector<Edition> out;
    for (const std::filesystem::path& file : files) {
        GOUJI_TRY(const auto text, read_small_file(file));
        GOUJI_TRY(auto edition, read_edition(text, file.string(), known));
        out.push_back(std::move(edition));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Edition& a, const Edition& b) { return a.from < b.from; });
    return out;
}

}  // namespace gouji
