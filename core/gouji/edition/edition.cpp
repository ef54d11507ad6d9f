#include "gouji/edition/edition.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

Result<std::string> slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof())
        return fail(path.string() + "：无法读取", path.string() + ": cannot be read");
    return text;
}

}  // namespace

Result<std::vector<Edition>> load_editions(const std::string& folder) {
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
        const Result<std::string> text = slurp(file);
        if (!text) return tl::unexpected(text.error());
        Result<Edition> edition = parse_edition(*text, file.string());
        if (!edition) return tl::unexpected(edition.error());
        out.push_back(std::move(*edition));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Edition& a, const Edition& b) { return a.from < b.from; });
    return out;
}

}  // namespace gouji
