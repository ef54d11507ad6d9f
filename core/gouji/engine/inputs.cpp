#include "gouji/engine/inputs.hpp"

#include "gouji/config/glob.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_set>

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool is_report_file(const fs::path& path) {
    // “~$年报.docx” is Word's mark that 年报.docx is open.
    if (path.filename().string().starts_with("~$")) return false;
    std::string extension = path.extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    static constexpr std::string_view known[] = {".txt", ".md", ".docx", ".docm", ".html", ".htm"};
    return std::ranges::find(known, extension) != std::end(known);
}

/// Every file below a folder that `wanted` takes, in the order of the names.
template <class CheckOptions>
std::error_code walk(const std::string& folder, std::vector<Input>& out,
                     const CheckOptions& wanted) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (!it->is_directory(ignored) && wanted(it->path())) found.push_back(it->path().string());
    }
    std::sort(found.begin(), found.end());
    for (std::string& path : found) out.push_back({path, path, true, std::nullopt});
    return error;
}

void add_folder(const std::string& folder, std::vector<Input>& out) {
    const std::size_t before = out.size();
    const std::error_code error = walk(folder, out, is_report_file);
    if (error) {
        out.push_back({folder, folder, false,
                       Error{"文件夹读不全（" + error.message() + "），请检查权限",
                             "the folder cannot be read to its end (" + error.message() +
                                 "); check its permissions"}});
    } else if (out.size() == before) {
        out.push_back({folder, folder, false,
                       Error{"文件夹里没有 .txt、.md、.docx 或 .html 文件",
                             "the folder holds no .txt, .md, .docx or .html file"}});
    }
}

/// A pattern that the shell left alone, because it was quoted or does not know “**”.
void add_glob(const std::string& glob, std::vector<Input>& out) {
    const std::size_t star = glob.find_first_of("*?");
    const std::size_t slash = glob.rfind('/', star);
    const std::string folder = slash == std::string::npos ? "." : glob.substr(0, slash + 1);
    const bool deep = glob.find('/') != std::string::npos;
    const std::size_t before = out.size();
    walk(folder, out, [&](const fs::path& path) {
        // A glob without folders is meant for this folder alone here, as a shell means it.
        const std::string name = path.lexically_normal().string();
        return glob_matches(glob, name) && (deep || name.find('/') == std::string::npos);
    });
    if (out.size() == before) {
        out.push_back({glob, glob, false, Error{"没有与之相符的文件", "no file matches"}});
    }
}

void add_path(const std::string& path, const std::string& stdin_name, std::vector<Input>& out);

/// “@list”: paths, one a line.
void add_list(const std::string& path, const std::string& stdin_name, std::vector<Input>& out) {
    std::ifstream list(path.substr(1));
    if (!list) {
        out.push_back(
            {path, path, false, Error{"读不到这份文件清单", "cannot read this list of files"}});
        return;
    }
    for (std::string line; std::getline(list, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) add_path(line, stdin_name, out);
    }
}

void add_path(const std::string& path, const std::string& stdin_name, std::vector<Input>& out) {
    std::error_code error;
    if (path == "-") {
        out.push_back({"-", stdin_name.empty() ? "<stdin>" : stdin_name, false, std::nullopt});
    } else if (fs::is_directory(path, error)) {
        add_folder(path, out);
    } else if (fs::exists(path, error)) {
        out.push_back({path, path, false, std::nullopt});
    } else if (path.size() > 1 && path.front() == '@') {
        add_list(path, stdin_name, out);
    } else if (path.find_first_of("*?") != std::string::npos) {
        add_glob(path, out);
    } else {
        out.push_back(
            {path, path, false, Error{"没有这个文件，请检查路径", "no such file; check the path"}});
    }
}

}  // namespace

std::vector<Input> collect_inputs(const std::vector<std::string>& paths,
                                  const std::string& stdin_name) {
    std::vector<Input> out;
    for (const std::string& path : paths) add_path(path, stdin_name, out);
    // A file is checked once, however often and by whichever path it is named.
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
