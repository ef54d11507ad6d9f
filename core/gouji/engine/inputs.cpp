#include "gouji/engine/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool is_report_file(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".txt" || extension == ".md" || extension == ".TXT" || extension == ".MD";
}

void walk(const std::string& folder, std::vector<Input>& out) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (is_report_file(it->path()) && !it->is_directory(ignored))
            found.push_back(it->path().string());
    }
    std::sort(found.begin(), found.end());
    if (found.empty() && !error) {
        out.push_back(
            {folder, folder,
             Error{"文件夹里没有 .txt 或 .md 文件", "the folder holds no .txt or .md file"}});
    }
    for (std::string& path : found) out.push_back({path, path, std::nullopt});
    if (error) {
        out.push_back({folder, folder,
                       Error{"文件夹读不全（" + error.message() + "），请检查权限",
                             "the folder cannot be read to its end (" + error.message() +
                                 "); check its permissions"}});
    }
}

}  // namespace

std::vector<Input> collect_inputs(const std::vector<std::string>& paths,
                                  const std::string& stdin_name) {
    std::vector<Input> out;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-") {
            out.push_back({"-", stdin_name.empty() ? "<stdin>" : stdin_name, std::nullopt});
        } else if (fs::is_directory(path, error)) {
            walk(path, out);
        } else if (!fs::exists(path, error)) {
            out.push_back(
                {path, path, Error{"没有这个文件，请检查路径", "no such file; check the path"}});
        } else {
            out.push_back({path, path, std::nullopt});
        }
    }
    // One file is looked at once, however often and along whichever way it is named.
    std::unordered_set<std::string> seen;
    std::erase_if(out, [&](Input& input) {
        if (input.path != "-") {
            input.name = fs::path(input.name).lexically_normal().string();
            if (input.name.ends_with('/') && input.name.size() > 1) input.name.pop_back();
        }
        return !seen.insert(input.name).second;
    });
    return out;
}

}  // namespace gouji
